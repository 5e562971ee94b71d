/** Whether lessons and their predictions fit: each prediction stands once in its lesson, below the playground that answers it. */
import type { Problem, Written } from './located.ts';

interface OfLesson {
  readonly slug: string;
  readonly written: Written;
}

interface Placed {
  readonly id: string;
  readonly at: number;
}

/** @param files one a lesson at most, by the lesson's slug */
export function predictionProblems(lessons: readonly OfLesson[], files: readonly OfLesson[]): Problem[] {
  const owners = new Map<string, string>();
  return [
    ...lessons.flatMap(({ slug, written }) =>
      unknownIn(
        written,
        files.find((file) => file.slug === slug),
      ),
    ),
    ...files.flatMap(({ slug, written }) => {
      const lesson = lessons.find((one) => one.slug === slug);
      if (!lesson) {
        return [{ file: written.file, text: `bij deze voorspellingen hoort geen les: ${slug} is er niet` }];
      }
      return idsOf(written).flatMap((id) => [
        ...namesake(written, id, owners),
        ...misplaced(written, id, lesson.written),
      ]);
    }),
  ];
}

/** A lesson shows a prediction that is not there. */
function unknownIn({ file, text }: Written, predictions: OfLesson | undefined): Problem[] {
  const known = predictions ? idsOf(predictions.written) : [];
  return placesIn(text)
    .filter(({ id }) => !known.includes(id))
    .map(({ id, at }) => ({ file, line: lineAt(text, at), text: `de voorspelling ${id} bestaat niet` }));
}

/** What a reader said is kept under the id alone. */
function namesake({ file, lineOf }: Written, id: string, owners: Map<string, string>): Problem[] {
  const other = owners.get(id);
  owners.set(id, file);
  return other === undefined ? [] : [{ file, line: lineOf([id]), field: id, text: `heeft ook ${other}` }];
}

function misplaced({ file, lineOf, data }: Written, id: string, lesson: Written): Problem[] {
  const places = placesIn(lesson.text).filter((place) => place.id === id);
  const at = { file, line: lineOf([id]), field: id };
  const [place] = places;
  if (place === undefined)
    return [{ ...at, text: `staat niet in ${lesson.file}: zet daar <Predict id="${id}" />` }];
  if (places.length > 1) return [{ ...at, text: `staat ${places.length} keer in ${lesson.file}` }];
  const name: unknown = fieldOf(fieldOf(data, id), 'function');
  if (typeof name !== 'string') return [];
  const isBelow = lesson.text.slice(0, place.at).includes(`<Playground function="${name}"`);
  const line = lineOf([id, 'function']);
  return isBelow
    ? []
    : [{ file, line, field: `${id}.function`, text: `boven deze voorspelling staat geen speeltuin ${name}` }];
}

function placesIn(text: string): Placed[] {
  return [...text.matchAll(/<Predict\s+id="([^"]*)"/g)].map(({ 1: id = '', index }) => ({ id, at: index }));
}

const idsOf = ({ data }: Written) => (typeof data === 'object' && data !== null ? Object.keys(data) : []);

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;
