/** A part of the page that could not be fetched, and a way to try again: Firefox asks for it once as long as the page is there. */
interface Props {
  /** With a capital: "De grafiek". */
  readonly what: string;
  readonly retry: () => void;
}

export function FetchFailed({ what, retry }: Props) {
  return (
    <p role="alert">
      {what} kon niet worden opgehaald. Controleer je verbinding.{' '}
      <button type="button" class="quiet" onClick={retry}>
        Probeer opnieuw
      </button>{' '}
      Helpt dat niet, laad dan de pagina opnieuw.
    </p>
  );
}
