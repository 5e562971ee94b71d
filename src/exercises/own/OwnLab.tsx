/** The playground of a teacher's own exercise, with its checks: as one of the course, but that nobody here has a solution. */
import { useMemo } from 'preact/hooks';
import { inlineMarkdown } from '../../kit/inline-markdown.ts';
import type { ExerciseCard } from '../check-model.ts';
import { ExercisePlayground } from '../ExercisePlayground.tsx';
import { runnableSample } from './for-marking.ts';
import type { OwnExercise } from './own-exercise.ts';
import { versionOf } from './own-sample.ts';
import { isShown, shownOwn } from './shown-own.ts';

export function OwnLab() {
  const shown = shownOwn.value;
  return isShown(shown) ? <OneLab key={`${shown.name} ${versionOf(shown)}`} own={shown} /> : null;
}

function OneLab({ own }: { readonly own: OwnExercise }) {
  const sample = useMemo(() => runnableSample(own), [own]);
  const card = useMemo(() => cardOf(own), [own]);
  return <ExercisePlayground sample={sample} card={card} />;
}

const BILL = 'Dit kijkt je docent na: de rekening wordt vergeleken met die van de oplossing.';
const FRESH = 'Hier met voorbeelden. Met andere invoer kijkt je docent dit na.';

function cardOf({ checks, hints }: OwnExercise): ExerciseCard {
  return {
    checks: checks.map(({ id, title, after, inputs }) => {
      const isForMarking = after.some(({ of }) => of === 'bill');
      const note = isForMarking ? BILL : inputs.length > 0 ? FRESH : undefined;
      return { id, title, isForMarking, ...(note && { note }) };
    }),
    hints: hints.map(inlineMarkdown),
    learned: '',
    next: [],
    isGolf: false,
    isOwn: true,
  };
}
