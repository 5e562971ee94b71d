/** What stands on the page of the workplaces: the one that is open, or what to begin with and what is there. */
import { useEffect, useMemo } from 'preact/hooks';
import { WhenSeen } from '../kit/WhenSeen.tsx';
import { Begin, type SampleChoice } from './Begin.tsx';
import { AllWorkplaces } from './kept/AllWorkplaces.tsx';
import { KeptList } from './kept/KeptList.tsx';
import { KeptWorkplacesModel } from './kept/kept-workplaces.ts';
import { browserSurroundings, workshopParts } from './surroundings.ts';
import { WorkshopModel } from './workshop-model.ts';

interface Props {
  /** All of the course, by title. */
  readonly samples: readonly SampleChoice[];
}

const load = () => import('./OpenWorkplace.tsx').then(({ OpenWorkplace }) => OpenWorkplace);

export function Workshop({ samples }: Props) {
  const { kept, workshop } = useMemo(() => {
    const all = new KeptWorkplacesModel(browserSurroundings);
    return { kept: all, workshop: new WorkshopModel(workshopParts(all)) };
  }, []);
  useEffect(() => {
    const follow = () => void workshop.follow(location.hash);
    void kept.open();
    follow();
    addEventListener('hashchange', follow);
    addEventListener('pagehide', kept.writeNow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('pagehide', kept.writeNow);
    };
  }, []);
  const opened = workshop.opened.value;
  return (
    <div>
      {workshop.problem.value !== null && <p role="alert">{workshop.problem.value}</p>}
      {!kept.isKept.value && (
        <div class="notice" role="status">
          <p>
            Je browser bewaart hier niets: de opslag is vol of verboden. Alles werkt, maar je werkplaatsen
            zijn weg als je deze pagina sluit. Bewaar ze als zip.
          </p>
        </div>
      )}
      {opened === null ? (
        <>
          <KeptList kept={kept} />
          <Begin workshop={workshop} samples={samples} />
          <h2>Op een ander toestel verder</h2>
          <p>Al je werkplaatsen samen gaan mee in één bestand, dat je daar op deze pagina leest.</p>
          <AllWorkplaces kept={kept} />
        </>
      ) : (
        <WhenSeen
          key={opened.workplace.id}
          load={load}
          props={{ opened, workshop }}
          name="De werkplaats"
          isForPrint
        />
      )}
    </div>
  );
}
