/** What is really different between the browser's sandbox and a WebContainer; everything else is one table of tests, the same on both. */
export function DifferenceList({ version }: { readonly version: string }) {
  return (
    <>
      <p>
        Het platform, de regels en de rekening zijn precies hetzelfde. Een functie die in de browser werkt,
        werkt ook in WebContainer. Dit is er wel anders:
      </p>
      <dl class="differences">
        <dt>De taal</dt>
        <dd>
          WebContainer draait Node {version}. Je browser heeft een eigen versie van JavaScript, vaak een
          nieuwere.
        </dd>
        <dt>Pakketten en Node</dt>
        <dd>
          Pakketten van npm, <code>node:</code>-modules, <code>process</code> en bestanden die elkaar in een
          kring importeren, werken alleen in WebContainer.
        </dd>
        <dt>Het netwerk</dt>
        <dd>
          In de browser heeft een functie geen netwerk. In WebContainer kan ze met fetch het internet op.
        </dd>
        <dt>De afscherming</dt>
        <dd>
          In de browser zit elke instantie in een eigen sandbox. In WebContainer delen ze één Node. Een
          functie kan daar de bestanden van andere functies zien, Node laten stoppen, en zelfs de eigen meting
          vervalsen. Bij deze pagina of bij je computer kan ze niet.
        </dd>
        <dt>Het geheugen</dt>
        <dd>
          In WebContainer telt het gekozen geheugen echt, tot 512 MB. Een functie die meer gebruikt, verliest
          de instantie.
        </dd>
        <dt>De klok</dt>
        <dd>De stappen van de klok zijn anders. Op de kassabon staat hoe fijn die meet.</dd>
        <dt>De start</dt>
        <dd>Een koude start duurt in Node langer dan in de browser: er start een hele omgeving mee op.</dd>
      </dl>
    </>
  );
}
