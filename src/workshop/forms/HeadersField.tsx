/** Headers as a reader writes them: a name, a colon and a value on each line. */
import { headerLines, parseHeaders } from '../../playground/model/request-form.ts';
import { AreaField } from './fields.tsx';

export type HeadersByName = Readonly<Record<string, string>>;

interface Props {
  readonly label: string;
  readonly headers: HeadersByName;
  readonly onChange: (headers: Record<string, string>) => void;
  readonly onRefuse: (sentence: string) => void;
}

export function HeadersField({ label, headers, onChange, onRefuse }: Props) {
  return (
    <AreaField
      label={label}
      value={headerLines(headers)}
      placeholder="content-type: application/json"
      onChange={(text) => {
        const typed = headersIn(text);
        if ('problem' in typed) onRefuse(typed.problem);
        else onChange(typed.headers);
      }}
    />
  );
}

function headersIn(
  text: string,
): { readonly headers: Record<string, string> } | { readonly problem: string } {
  const list = parseHeaders(text);
  if ('code' in list) return { problem: `“${list.text}” is geen header. Schrijf naam: waarde.` };
  const names = list.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  // `functielab.json` has one value for each name.
  if (twice !== undefined) {
    return { problem: `De header ${twice} staat er twee keer. Zet de waarden op één regel, met een komma.` };
  }
  return { headers: Object.fromEntries(list) };
}
