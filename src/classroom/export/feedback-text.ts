/** Feedback as plain text, which opens everywhere, under whatever name a learning environment shows it. */
import { withHiddenSigns } from '../../kit/hidden-signs.ts';
import { lineDifference } from '../../kit/lines/line-difference.ts';
import type { ExerciseFeedback, Feedback } from './feedback.ts';
import {
  CHANGED,
  checkInWords,
  EXPECTED,
  exerciseInWords,
  handedInWords,
  heading,
  LOOK,
  NOTE,
  RECEIVED,
  totalInWords,
} from './feedback-words.ts';

export function feedbackText(feedback: Feedback): string {
  const { title, name, note, total, exercises } = feedback;
  const head = heading(title, name);
  const lines = [
    head,
    '='.repeat(head.length),
    '',
    totalInWords(total),
    handedInWords(feedback),
    ...(note === '' ? [] : ['', `${NOTE}:`, note]),
    ...exercises.flatMap(exerciseLines),
  ];
  // Notepad breaks lines at both signs alone.
  return `\uFEFF${withHiddenSigns(lines.join('\n')).replaceAll('\n', '\r\n')}\r\n`;
}

function exerciseLines(exercise: ExerciseFeedback): readonly string[] {
  const { title, checks, changes } = exercise;
  return [
    '',
    title,
    '-'.repeat(title.length),
    exerciseInWords(exercise),
    ...(checks ?? []).flatMap((check) => [
      `- ${checkInWords(check)}: ${check.title}`,
      ...(check.problem
        ? [
            `    ${EXPECTED}: ${check.problem.expected}`,
            `    ${RECEIVED}: ${check.problem.received}`,
            `    ${LOOK}: ${check.problem.look}`,
          ]
        : []),
    ]),
    ...changes.flatMap(({ path, from, to }) => ['', `${CHANGED} in ${path}:`, ...differenceLines(from, to)]),
  ];
}

function differenceLines(from: string, to: string): readonly string[] {
  return lineDifference(from, to).flatMap(({ added, removed, value }) => {
    const sign = added ? '+ ' : removed ? '- ' : '  ';
    return value
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => `${sign}${line}`);
  });
}
