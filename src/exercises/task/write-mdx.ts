/** A task as the course's own are written: MDX, in which braces and angle brackets would be code. */
import { type Block, type Inline, type List, readTask } from './read-task.ts';

/** @returns the same text, of which nothing is code to whoever builds the site */
export function taskInMdx(text: string): string {
  return `${readTask(text).map(blockInMdx).join('\n\n')}\n`;
}

function blockInMdx(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return partsInMdx(block.parts);
    case 'quote':
      return partsInMdx(block.parts).replaceAll(/^/gm, '> ');
    case 'heading':
      return `${'#'.repeat(block.level)} ${partsInMdx(block.parts)}`;
    case 'code': {
      // A text of code that has such a line itself would end there.
      const fence = '`'.repeat(
        Math.max(3, ...[...block.text.matchAll(/`+/g)].map(([run]) => run.length + 1)),
      );
      return `${fence}${block.language || 'text'}\n${block.text}\n${fence}`;
    }
    case 'line':
      return '---';
    case 'list':
      return listInMdx(block);
  }
}

function listInMdx({ start, items }: List): string {
  return items
    .map(({ parts, under }, at) => {
      const mark = start === null ? '- ' : `${start + at}. `;
      const own = partsInMdx(parts) + (under === null ? '' : `\n${listInMdx(under)}`);
      return mark + own.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

function partsInMdx(parts: readonly Inline[]): string {
  return parts.map(partInMdx).join('');
}

function partInMdx(part: Inline): string {
  switch (part.type) {
    case 'text':
      return inMdx(part.text);
    case 'code':
      return `\`${part.text}\``;
    case 'strong':
      return `**${partsInMdx(part.parts)}**`;
    case 'stress':
      return `*${partsInMdx(part.parts)}*`;
    case 'link':
      return `[${partsInMdx(part.parts)}](${part.href.replaceAll(/[{}<>]/g, encodeURIComponent)})`;
  }
}

const asEntity = (sign: string) => `&#${sign.charCodeAt(0)};`;

/**
 * Text of which no sign means anything, also not at the beginning of a line. An address in it becomes a link, as in any text of the
 * course.
 */
export function inMdx(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll(/[\\{}<>[\]`*_|~]|!(?=\[|$)/g, asEntity)
    .replaceAll(
      /^(\s*)(import|export)\b/gm,
      (_, space: string, word: string) => space + asEntity(word) + word.slice(1),
    )
    .replaceAll(/^(\s*\d{0,9})([#+\-=.)])/gm, (_, before: string, sign: string) => before + asEntity(sign));
}
