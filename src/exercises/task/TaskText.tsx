/** A task on a page: what its teacher wrote, as elements that are made here. No text of it ever becomes HTML. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Block, type Inline, type List, readTask } from './read-task.ts';

export function TaskText({ text }: { readonly text: string }) {
  const blocks = useMemo(() => readTask(text), [text]);
  return (
    <>
      {blocks.map((block, at) => (
        <BlockPart key={at} block={block} />
      ))}
    </>
  );
}

function BlockPart({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return <p>{inParts(block.parts)}</p>;
    case 'quote':
      return (
        <blockquote>
          <p>{inParts(block.parts)}</p>
        </blockquote>
      );
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return <Heading>{inParts(block.parts)}</Heading>;
    }
    case 'code':
      return (
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'line':
      return <hr />;
    case 'list':
      return <ListPart list={block} />;
  }
}

function ListPart({ list: { start, items } }: { readonly list: List }) {
  const lines = items.map(({ parts, under }, at) => (
    <li key={at}>
      {inParts(parts)}
      {under && <ListPart list={under} />}
    </li>
  ));
  return start === null ? <ul>{lines}</ul> : <ol start={start}>{lines}</ol>;
}

function inParts(parts: readonly Inline[]): ComponentChildren {
  return parts.map((part, at) => <Part key={at} part={part} />);
}

function Part({ part }: { readonly part: Inline }) {
  switch (part.type) {
    case 'text':
      return <>{part.text}</>;
    case 'code':
      return <code>{part.text}</code>;
    case 'strong':
      return <strong>{inParts(part.parts)}</strong>;
    case 'stress':
      return <em>{inParts(part.parts)}</em>;
    case 'link':
      return (
        <a href={part.href} rel="noreferrer nofollow noopener">
          {inParts(part.parts)}
        </a>
      );
  }
}
