/** What a request got, and what a check may ask of it. */
import type { Answer } from '../../engine/index.ts';
import { CheckFailure } from './check-failure.ts';
import { failureInWords, inWords, quoted } from './in-words.ts';
import { readJson, textOf } from './read-answers.ts';
import { isSame } from './same.ts';

/** What a request got, with what a check may ask of it: each question throws a `CheckFailure` when it isn't so. */
export class Received {
  /** `GET /begroet?naam=Mila`, or `POST /kies met {"a":1}`: what was asked, and with what. */
  readonly asked: string;
  readonly answer: Answer;

  constructor(asked: string, answer: Answer) {
    this.asked = asked;
    this.answer = answer;
  }

  get status(): number {
    return this.answer.status;
  }

  get isCold(): boolean {
    return this.answer.isCold;
  }

  /** @throws CheckFailure when it is too long to be read */
  get text(): string {
    return textOf(this.answer.response?.body, `bij ${this.asked}: een antwoord`);
  }

  /**
   * All that a task says of an answer, to be laid beside that of the solution: status and JSON, or text where it is no JSON.
   * Of a refusal the status alone, since its words are free.
   *
   * @throws CheckFailure when there is no answer
   */
  get outcome(): unknown {
    this.#hasAnswered('een antwoord');
    const { status } = this;
    if (status >= 400) return { status };
    const { text } = this;
    try {
      return { status, json: JSON.parse(text) };
    } catch {
      return { status, text };
    }
  }

  header(name: string): string | null {
    return (
      this.answer.response?.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null
    );
  }

  /** @throws CheckFailure when there is no JSON in it */
  get json(): unknown {
    this.#hasAnswered('een antwoord met JSON');
    return readJson(this.text, `bij ${this.asked}: een antwoord met JSON`);
  }

  hasStatus(status: number): void {
    if (this.status === status && this.answer.failure === null) return;
    this.#hasAnswered(`status ${status}`);
    throw this.#failure(`status ${status}`, `status ${this.status}`);
  }

  hasText(text: string): void {
    this.#hasAnswered(`de tekst ${quoted(text)}`);
    if (this.text !== text) throw this.#failure(`de tekst ${quoted(text)}`, `de tekst ${quoted(this.text)}`);
  }

  hasJson(value: unknown): void {
    const { json } = this;
    if (!isSame(json, value)) throw this.#failure(inWords(value), inWords(json));
  }

  /** That this part of the JSON is so; the rest may be anything. */
  hasField(name: string, value: unknown): void {
    const { json } = this;
    const found =
      typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[name] : undefined;
    if (isSame(found, value)) return;
    throw this.#failure(`${name}: ${inWords(value)}`, `${name}: ${inWords(found)}`);
  }

  hasHeader(name: string, value: string): void {
    this.#hasAnswered(`header ${name}: ${value}`);
    const found = this.header(name);
    if (found !== value) {
      throw this.#failure(`header ${name}: ${value}`, found === null ? `geen header ${name}` : found);
    }
  }

  #hasAnswered(expected: string): void {
    const { failure } = this.answer;
    if (failure === null) return;
    throw new CheckFailure(
      `bij ${this.asked}: ${expected}`,
      failureInWords(failure),
      failure.error?.frames[0] ?? null,
      failure.code,
    );
  }

  #failure(expected: string, received: string): CheckFailure {
    return new CheckFailure(`bij ${this.asked}: ${expected}`, received);
  }
}
