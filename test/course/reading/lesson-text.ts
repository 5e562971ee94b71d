/**
 * A lesson's file as a reader reads it: what is running text, what is to be done, and in which order. Pieces of code, steps,
 * predictions and questions are no running text; nor is what comes after the questions, which is a list of tasks and of links.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface Piece {
  /** `text` is a paragraph or one item of a list; `table` is read too, but has no sentences. */
  readonly kind: 'text' | 'table' | 'heading' | 'do' | 'playground';
  /** For what is to be done: its tag. For what is read: the words as they stand on the page. */
  readonly content: string;
  /** Of a `<Try>`. */
  readonly steps: number;
}

export interface LessonText {
  readonly slug: string;
  /** What the frontmatter says. */
  readonly minutes: number;
  readonly lead: string;
  readonly pieces: readonly Piece[];
}

/** What asks for a reader's hands or judgement. A playground alone does not: the steps under it do. */
const HANDS = 'Try|Predict|SelfCheck|Month|MemoryChoice|TrafficMonth|CompareTariffs|ColdStarts';
const DOING = new RegExp(`^<(${HANDS})\\b(?:[^>]*/>|[\\s\\S]*?</\\1>)`, 'gm');

/** In the place of an amount, a figure or a piece of code, each of which is read as one word. */
const ONE_WORD = 'x1';

/** The words of one paragraph, without what marks them up. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/`[^`]+`/g, ONE_WORD)
    .replaceAll(/<[A-Z]\w*(?:[^<>{}]|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*\/>/g, ONE_WORD)
    .replaceAll(/<\/?[A-Za-z]\w*(?:[^<>{}]|\{[^{}]*\})*>/g, '')
    .replaceAll(/\{[^{}]*\}/g, ONE_WORD)
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '')
    .trim();
}

function piecesOf(body: string): Piece[] {
  const tags: string[] = [];
  const text = body
    .replaceAll(/^(import|export) [\s\S]*?;$/gm, '')
    .replaceAll(DOING, (tag) => `\n\n@@${tags.push(tag) - 1}@@\n\n`)
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/^<(Program)?Playground\b[^>]*\/>/gm, '\n\n@@playground@@\n\n');
  return text.split(/\n\s*\n|\n(?=(?:[-*]|\d+\.) )/).flatMap((block): Piece[] => {
    const trimmed = block.trim();
    const marked = /^@@(\w+)@@$/.exec(trimmed)?.[1];
    if (trimmed === '') return [];
    if (marked === 'playground') return [{ kind: 'playground', content: '', steps: 0 }];
    if (marked !== undefined) {
      const tag = tags[Number(marked)] ?? '';
      const steps = tag.match(/<Step\b/g)?.length ?? 0;
      return [{ kind: 'do', content: /\w+/.exec(tag)?.[0] ?? '', steps }];
    }
    if (/^#/.test(trimmed)) return [{ kind: 'heading', content: trimmed.replace(/^#+ /, ''), steps: 0 }];
    if (/^\|/.test(trimmed)) {
      return [{ kind: 'table', content: plainText(trimmed.replaceAll(/[|]|-{3,}/g, ' ')), steps: 0 }];
    }
    // The bold word that an item opens with is its heading: "**Meten.** Het platform …".
    const content = plainText(trimmed.replace(/^(?:[-*]|\d+\.) (\*\*[^*]+[.:]\*\*(?= ))?/, ''));
    return content === '' ? [] : [{ kind: 'text', content, steps: 0 }];
  });
}

export function readLesson(slug: string, file: string): LessonText {
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
  const pieces = piecesOf(body);
  const end = pieces.findIndex(({ content, kind }) => kind === 'do' && content === 'SelfCheck');
  return {
    slug,
    minutes: Number(/^minutes: (\d+)$/m.exec(frontmatter)?.[1]),
    lead: plainText(/^lead: "(.*)"$/m.exec(frontmatter)?.[1] ?? ''),
    pieces: end === -1 ? pieces : pieces.slice(0, end + 1),
  };
}

export const lessonTexts = (): readonly LessonText[] =>
  readdirSync('content/lessons')
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .map((file) =>
      readLesson(file.replace(/^\d+-|\.mdx$/g, ''), readFileSync(`content/lessons/${file}`, 'utf8')),
    );
