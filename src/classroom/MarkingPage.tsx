/**
 * The page of marking: the marking itself, and what the other rooms of the classroom make of it. It stands here and not in
 * `marking/`, so that those rooms may know the marking without the marking knowing them.
 */
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { PredictionItem } from '../progress/PredictedTable.tsx';
import type { ClassItem } from '../review/twelve/index.ts';
import { knownOf } from './export/grade-sheet.ts';
import { Marking, type MarkingPart } from './marking/Marking.tsx';
import type { Marker } from './marking/marking-model.ts';
import { ClassListForm } from './reading/ClassListForm.tsx';

export interface MarkingPageProps {
  /** Address of the style sheet of `De klas`, which is fetched when that is opened. */
  readonly overviewSheet: string;
  /** Address of the style sheet of the table and what goes with it, which is fetched when something is marked. */
  readonly marksSheet: string;
  /** Of all predictions of the course, for `De klas`. */
  readonly questions: readonly PredictionItem[];
  /** The questions of `Weet je het?`, for `De klas`. */
  readonly twelve: readonly ClassItem[];
}

const loadExports = () => import('./export/Exports.tsx').then(({ Exports }) => Exports);
const loadOverview = () => import('./overview/ClassOverview.tsx').then(({ ClassOverview }) => ClassOverview);

/** Tabs beside the table: what the class did not understand, what goes to the school. */
const partsOf = ({ overviewSheet: sheet, questions, twelve }: MarkingPageProps): readonly MarkingPart[] => [
  {
    name: 'De klas',
    show: (marked) => (
      <WhenSeen
        load={loadOverview}
        props={{ marked, sheet, questions, twelve }}
        name="Het overzicht van de klas"
      />
    ),
  },
  {
    name: 'Uitvoer',
    show: (marked, { title, people, set }) => (
      <WhenSeen
        load={loadExports}
        props={{ marked, title: title.value, people: people.value, set: set.value }}
        name="De uitvoer"
      />
    ),
  },
];

export function MarkingPage(props: MarkingPageProps) {
  return (
    <Marking
      parts={partsOf(props)}
      sheet={props.marksSheet}
      above={(marking) => <ClassListOf marking={marking} />}
    />
  );
}

function ClassListOf({ marking: { rows, people, setPeople } }: { readonly marking: Marker }) {
  const known = rows.value.map((row) => ({
    ...knownOf(row),
    label: row.label,
    hasHandedIn: !row.remarks.some(({ kind }) => kind === 'NOTHING'),
  }));
  return <ClassListForm text={people.value} rows={known} onText={setPeople} />;
}
