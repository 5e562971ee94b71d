/** A sentence with `code` between backticks, as an author writes it; whatever else is in it stays text. */
export function WithCode({ text }: { readonly text: string }) {
  return (
    <>{text.split(/`(.+?)`/g).map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}</>
  );
}
