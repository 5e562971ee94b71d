/** One group: what went wrong, for whom, and the shortest code that shows it. */
import type { SourceFile } from '../../contract/data.ts';
import type { CheckResult } from '../../exercises/check.ts';
import { paintCode } from '../../exercises/paint-code.tsx';
import { count } from '../../kit/numbers.ts';
import type { ExerciseToMark } from '../marking/marking-model.ts';
import type { Row } from '../marking/whose.ts';
import type { Group } from './groups.ts';
import { changedFiles, codeForClass, withoutNames } from './without-names.ts';

interface Props {
  readonly group: Group;
  readonly exercise: ExerciseToMark;
  readonly rows: readonly Row[];
  /** Nothing on it says whose code it is. */
  readonly isForClass?: boolean;
}

export function GroupCard({ group, exercise, rows, isForClass = false }: Props) {
  const [example] = group.members;
  if (example === undefined) return null;
  const Heading = isForClass ? 'h3' : 'h4';
  const row = rows[example.row];
  const names = row ? [row.who, row.name] : [];
  const say = (text: string) => (isForClass ? withoutNames(text, names) : text);
  const code = isForClass
    ? codeForClass(example.files, exercise.files, names)
    : changedFiles(example.files, exercise.files);
  return (
    <article class="class-group">
      <Heading>{titleOf(group, example.results)}</Heading>
      {!group.isUntouched && (
        <dl>
          {example.results
            .filter(({ problem }) => problem !== null)
            .map(({ id, title, problem }) => (
              <div key={id}>
                {/* Of one check alone the heading is the title. */}
                <dt class={group.failed.length === 1 ? 'visually-hidden' : ''}>{title}</dt>
                <dd>
                  Verwacht: {problem?.expected}. Gekregen: {say(problem?.received ?? '')}
                </dd>
              </div>
            ))}
        </dl>
      )}
      {code.map((file) => (
        <Code key={file.path} file={file} />
      ))}
      {!isForClass && (
        <details>
          <summary>Wie dit zijn</summary>
          <ul>
            {group.members.map((member, at) => (
              <li key={member.row}>
                {rows[member.row]?.label}
                {at === 0 && code.length > 0 && ' (dit is het voorbeeld)'}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function titleOf({ isUntouched, failed, members }: Group, results: readonly CheckResult[]): string {
  const who = count(members.length, 'student', 'studenten');
  const isOne = members.length === 1;
  if (isUntouched) return `${who} ${isOne ? 'veranderde' : 'veranderden'} niets`;
  const [first] = results.filter(({ id }) => failed.includes(id));
  const more = failed.length - 1;
  const rest = more > 0 ? `, en nog ${count(more, 'controle', 'controles')}` : '';
  return `Bij ${who} ging mis: “${first?.title ?? ''}”${rest}`;
}

/** More of an example nobody reads with a class, and of half a million lines each would be an element. */
const MOST_LINES = 400;
const MOST_CHARS = 40_000;

function Code({ file: { path, text } }: { readonly file: SourceFile }) {
  const begin = text.split('\n', MOST_LINES).join('\n').slice(0, MOST_CHARS);
  return (
    <figure>
      <figcaption>{path}</figcaption>
      <pre tabIndex={0}>
        <code>
          {paintCode(begin).map((line, at) => (
            <span key={at}>
              {line}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
      {begin.length < text.length && <p>De rest is te lang om hier te tonen. Bij de uitslag staat alles.</p>}
    </figure>
  );
}
