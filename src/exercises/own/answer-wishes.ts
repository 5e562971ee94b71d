/** What a check of a teacher's own asks of an answer, and how much of an answer it looks at. */
import { CheckFailure, inWords, isSame, type Received } from '../lab/index.ts';
import { filled, type Values } from './holes.ts';
import { jsonIn } from './json-in.ts';
import type { AnswerWish } from './own-exercise.ts';

/** @throws CheckFailure when it isn't so */
export function hasWish(received: Received, wish: AnswerWish, values: Values): void {
  switch (wish.is) {
    case 'status':
      received.hasStatus(wish.status);
      return;
    case 'header':
      received.hasHeader(wish.name, filled(wish.value, values));
      return;
    case 'text':
      received.hasText(filled(wish.text, values));
      return;
    case 'json':
      received.hasJson(jsonIn(wish.json, values));
      return;
    case 'contains': {
      const part = filled(wish.text, values);
      mustHaveAnswered(received);
      const { text } = received;
      if (text.includes(part)) return;
      throw new CheckFailure(
        `bij ${received.asked}: een antwoord met daarin ${inWords(part)}`,
        text === '' ? 'een leeg antwoord' : `de tekst ${inWords(text)}`,
      );
    }
    case 'field': {
      const right = jsonIn(wish.json, values);
      const found = valueAt(received.json, wish.field);
      if (isSame(found, right)) return;
      throw new CheckFailure(
        `bij ${received.asked}: ${wish.field}: ${inWords(right)}`,
        `${wish.field}: ${inWords(found)}`,
      );
    }
  }
}

/**
 * As much of an answer as its wishes ask for, to be laid beside that of the solution; all of it when they ask for nothing.
 * @throws CheckFailure when there is no answer
 */
export function seenOf(received: Received, wishes: readonly AnswerWish[], values: Values): unknown {
  if (wishes.length === 0) return received.outcome;
  mustHaveAnswered(received);
  return Object.fromEntries(wishes.map((wish) => seen(received, wish, values)));
}

function seen(received: Received, wish: AnswerWish, values: Values): readonly [string, unknown] {
  switch (wish.is) {
    case 'status':
      return ['status', received.status];
    case 'header':
      return [`header ${wish.name}`, received.header(wish.name)];
    case 'text':
      return ['tekst', received.text];
    case 'json':
      return ['json', received.json];
    case 'contains': {
      const part = filled(wish.text, values);
      return [`met daarin "${part}"`, received.text.includes(part)];
    }
    case 'field':
      return [wish.field, valueAt(received.json, wish.field) ?? null];
  }
}

/** @throws CheckFailure that says why nothing was answered */
function mustHaveAnswered(received: Received): void {
  if (received.answer.failure !== null) void received.outcome;
}

/** @param place `klant.naam`, `regels.0`; undefined when there is nothing */
export function valueAt(json: unknown, place: string): unknown {
  return place.split('.').reduce<unknown>((value, key) => {
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return isThere ? (value as Record<string, unknown>)[key] : undefined;
  }, json);
}
