/** Feedback as a page that stands on its own, without a script: to print, to keep as PDF, or to send. */
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

/** Paper is white, so the page is; it is read on any device of any school, so it brings no font. */
const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1.5rem; max-width: 46rem; font: 1rem/1.5 system-ui, sans-serif; color: #1c1b1a; background: #fff; overflow-wrap: anywhere; }
article + article { break-before: page; border-top: 1px solid #8a857c; margin-top: 2rem; padding-top: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; } h2 { font-size: 1.15rem; margin: 1.75rem 0 .25rem; }
.total { font-weight: 700; } .place { color: #5a554d; font-size: .9rem; }
blockquote { margin: 1rem 0; padding: .5rem 1rem; border-left: 4px solid #8a857c; white-space: pre-wrap; }
li { margin-block: .4rem; } .wrong strong { text-decoration: underline; } dl { margin: .2rem 0 0; } dt { font-weight: 600; } dd { margin: 0 0 .2rem 1rem; white-space: pre-wrap; }
pre { padding: .75rem; border: 1px solid #c9c4ba; font: .8rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
ins { background: #e3f1e3; } del { background: #f7e3e0; } h2, h3 { break-after: avoid; } h3 { font-size: .95rem; margin: 1rem 0 .25rem; }
@media print { body { max-width: none; padding: 0; } article + article { border: 0; margin: 0; padding: 0; } }
`;

/** @param all one after the other, each on paper of its own */
export function feedbackPage(all: readonly Feedback[]): string {
  const [first] = all;
  const title =
    all.length === 1 && first ? heading(first.title, first.name) : `Feedback op ${first?.title ?? ''}`;
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${safe(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${all.map(articleOf).join('\n')}
</main>
</body>
</html>
`;
}

function articleOf(feedback: Feedback): string {
  const { title, name, note, total, exercises } = feedback;
  return `<article>
<h1>${safe(heading(title, name))}</h1>
<p class="total">${safe(totalInWords(total))}</p>
<p class="place">${safe(handedInWords(feedback))}</p>
${note === '' ? '' : `<blockquote><strong>${NOTE}</strong>\n${safe(note)}</blockquote>`}
${exercises.map(exerciseOf).join('\n')}
</article>`;
}

function exerciseOf(exercise: ExerciseFeedback): string {
  const { title, checks, changes } = exercise;
  return `<section>
<h2>${safe(title)}</h2>
<p>${safe(exerciseInWords(exercise))}</p>
${checks === null ? '' : `<ul>${checks.map(checkOf).join('')}</ul>`}
${changes.map(({ path, from, to }) => `<h3>${CHANGED} in ${safe(path)}</h3>\n<pre>${differenceOf(from, to)}</pre>`).join('\n')}
</section>`;
}

function checkOf(check: NonNullable<ExerciseFeedback['checks']>[number]): string {
  const { isPassed, title, problem } = check;
  const facts = problem && [
    [EXPECTED, problem.expected],
    [RECEIVED, problem.received],
    [LOOK, problem.look],
  ];
  const list = facts
    ? `<dl>${facts.map(([term = '', text = '']) => `<dt>${term}</dt><dd>${safe(text)}</dd>`).join('')}</dl>`
    : '';
  return `<li${isPassed ? '' : ' class="wrong"'}><strong>${checkInWords(check)}</strong>: ${safe(title)}${list}</li>`;
}

function differenceOf(from: string, to: string): string {
  return lineDifference(from, to)
    .map(({ added, removed, value }) => {
      const sign = added ? '+ ' : removed ? '− ' : '  ';
      const lines = value.replace(/\n$/, '').split('\n');
      const text = safe(lines.map((line) => `${sign}${line}\n`).join(''));
      return added ? `<ins>${text}</ins>` : removed ? `<del>${text}</del>` : text;
    })
    .join('');
}

function safe(text: string): string {
  return withHiddenSigns(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
