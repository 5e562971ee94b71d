/** What a teacher laid down for a set, in words, and its deadline for a calendar. */
import { useEffect, useState } from 'preact/hooks';
import type { ExerciseSet } from '../../exercises/set.ts';
import { tariffName } from '../../till/index.ts';
import { momentInWords } from './deadline.ts';
import { saveDeadlines } from './save-deadlines.ts';

interface Props {
  readonly set: ExerciseSet;
  /** Of the set's own page. */
  readonly link: string;
}

export function SetRulesList({ set, link }: Props) {
  const { due, deadline, tariff, hints, closed } = set;
  const shut = [
    ...(hints ? [] : ['de hints']),
    ...(closed.solutions ? ['de oplossingen'] : []),
    ...(closed.sharing ? ['delen'] : []),
  ];
  return (
    <ul class="set-rules">
      {due !== null && (
        <li>
          Inleveren voor <time dateTime={due}>{momentInWords(due)}</time>
          {deadline !== '' && ` (${deadline})`}.{' '}
          <button type="button" class="quiet no-print" onClick={() => saveDeadlines([set], link)}>
            Zet in mijn agenda
          </button>
        </li>
      )}
      {due === null && deadline !== '' && <li>Inleveren: {deadline}</li>}
      <li>{useTariffInWords(tariff)}</li>
      {shut.length > 0 && (
        <li>
          Je docent heeft dit uitgezet: {shut.join(', ')}. Dat is een afspraak en geen toezicht: niemand kijkt
          mee, en wie de oefening ergens anders opent, kan bij alles. Maak ze dus zoals je docent het vraagt.
        </li>
      )}
    </ul>
  );
}

const OF_LAB = 'Een controle van je rekening telt tegen het gewone tarief van het lab.';

/** All prices are fetched for a set that has a tariff of its own, and for no other. */
function useTariffInWords(id: string | null): string {
  const [words, setWords] = useState(OF_LAB);
  useEffect(() => {
    if (id === null) return setWords(OF_LAB);
    import('../../till/prices/all-prices.ts').then(
      ({ findTariff }) => {
        const tariff = findTariff(id);
        setWords(
          tariff
            ? `Een controle van je rekening telt tegen het tarief van ${tariffName(tariff)}, ${tariff.region}.`
            : `Het tarief dat je docent koos, kent deze cursus niet. ${OF_LAB}`,
        );
      },
      () => setWords('Een controle van je rekening telt tegen het tarief dat je docent koos.'),
    );
  }, [id]);
  return words;
}
