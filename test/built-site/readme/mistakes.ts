/** The chapter of the README on mistakes: its counts and its rows come from the guides. */
import { mistakesInReadme, placedMistakes } from '../../support/mistakes-table.ts';
import { type Promises, type Proof, sentencesOfMarkdown } from '../promises.ts';

const { counts, rows } = mistakesInReadme(placedMistakes());
const COUNTED: Proof = [
  'course/mistakes.test.ts',
  'the README counts them, and says of each that no run shows what disproves it',
];
const told = sentencesOfMarkdown(`# Misvattingen\n\n${counts}\n\n${rows.join('\n')}\n`).get('Misvattingen');

export const MISTAKES: Readonly<Record<string, Promises>> = {
  Misvattingen: {
    ...Object.fromEntries((told ?? []).map((sentence) => [sentence, [COUNTED]])),
    'Van de andere staat in de tabel wat ze weerlegt.': [COUNTED],
    '`npm test` rekent de getallen en de tabel na.': [COUNTED],
    'Een docent vindt ze allemaal op `/docent/misvattingen/`, met de vraag en de voorspelling erbij.': [
      [
        'built-site/mistakes-page.test.ts',
        'it has each mistake with a question, and with a prediction or what disproves it',
      ],
    ],
    'Zo’n vraag staat aan het eind van de les of alleen in Herhaal, en elk fout antwoord zegt waarom het fout is.':
      [['course/mistakes.test.ts', 'each mistake is asked, and shown wrong']],
  },
};
