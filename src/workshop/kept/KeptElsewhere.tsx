/** The workplaces of this device on another page than their own: how many there are, and the file that takes them along. */
import { useEffect, useMemo } from 'preact/hooks';
import { sitePath } from '../../course/paths.ts';
import { count } from '../../kit/numbers.ts';
import { browserSurroundings } from '../surroundings.ts';
import { AllWorkplaces } from './AllWorkplaces.tsx';
import { KeptWorkplacesModel } from './kept-workplaces.ts';

export function KeptElsewhere() {
  const kept = useMemo(() => new KeptWorkplacesModel(browserSurroundings), []);
  useEffect(() => void kept.open(), []);
  const here = kept.rows.value.length;
  return (
    <>
      <p>
        Op dit toestel {here === 1 ? 'staat' : 'staan'} {count(here, 'werkplaats', 'werkplaatsen')}, te openen
        op de pagina <a href={sitePath('werkplaats/')}>Werkplaats</a>. In het bestand met je voortgang zit
        geen werkplaats: die gaan mee in een eigen bestand.
      </p>
      <AllWorkplaces kept={kept} />
    </>
  );
}
