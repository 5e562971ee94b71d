/** The sentence for what went wrong. All sentences together are fetched with the first of them: mostly nothing goes wrong. */
import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../../contract/failure.ts';
import type { MessageCode } from './words.ts';

/** For when not even that can be fetched. */
const UNREACHABLE =
  'Er ging iets mis, en deze pagina kan niet alles laden. Controleer je verbinding en laad de pagina opnieuw. Je code is bewaard.';

export function FailureText({ failure }: { readonly failure: Failure<MessageCode> }) {
  const [text, setText] = useState('');
  useEffect(() => {
    let isCurrent = true;
    import('./words.ts').then(
      ({ message }) => isCurrent && setText(message(failure)),
      () => isCurrent && setText(UNREACHABLE),
    );
    return () => {
      isCurrent = false;
    };
  }, [failure]);
  return <p>{text}</p>;
}
