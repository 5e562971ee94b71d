/** What is filled in stays on this device until its writer empties the form; nothing of it is sent. */
import { computed, createModel, signal } from '@preact/signals';
import { onChangeElsewhere, readText, removeText, writeText } from '../../kit/storage.ts';
import { type TrialAnswers, trialRecord } from './trial-record.ts';

const KEY = 'functielab:proef-van-een-uur';

interface Kept {
  readonly day: string;
  readonly answers: TrialAnswers;
}

/**
 * @param today YYYY-MM-DD, of this device
 * @param version of the course
 */
export const TrialAnswersModel = createModel((today: string, version: string) => {
  const kept = signal<Kept>(readKept(readText(KEY)) ?? { day: today, answers: {} });
  const emptied = signal<Kept | null>(null);
  /** False once this browser has refused to keep it. */
  const isKept = signal(true);

  /** With what another tab filled in. Where nothing could be kept, this page alone has all. */
  function newest(): Kept {
    return (isKept.peek() ? readKept(readText(KEY)) : null) ?? kept.peek();
  }
  onChangeElsewhere(KEY, () => {
    kept.value = newest();
  });

  function set(next: Kept): void {
    kept.value = next;
    emptied.value = null;
    isKept.value = writeText(KEY, JSON.stringify(next));
  }

  return {
    kept,
    isKept,
    record: computed(() => trialRecord(kept.value.answers, kept.value.day, version)),
    setDay: (day: string) => set({ ...newest(), day }),
    answer(part: string, question: string, text: string): void {
      const { day, answers } = newest();
      set({ day, answers: { ...answers, [part]: { ...answers[part], [question]: text } } });
    },
    empty(): void {
      emptied.value = kept.peek();
      kept.value = { day: today, answers: {} };
      removeText(KEY);
    },
    canTakeBack: computed(() => emptied.value !== null),
    takeBack(): void {
      const before = emptied.peek();
      if (before !== null) set(before);
    },
  };
});

export type TrialAnswersState = InstanceType<typeof TrialAnswersModel>;

/** @returns null for what is no form of ours: storage may hold anything */
function readKept(text: string | null): Kept | null {
  try {
    const value = JSON.parse(text ?? 'null');
    const { day, answers } = Object(value);
    const isTexts = (one: unknown) =>
      typeof one === 'object' && one !== null && Object.values(one).every((each) => typeof each === 'string');
    const isAnswers =
      typeof answers === 'object' && answers !== null && Object.values(answers).every(isTexts);
    return typeof day === 'string' && isAnswers ? { day, answers } : null;
  } catch {
    return null;
  }
}
