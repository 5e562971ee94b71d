/** The Dutch of a bill, in one place for the site and the shell. */
import {
  type Assumption,
  printQuantity,
  type ReceiptLine,
  type SeenIn,
  type UnitName,
  type What,
} from '../../billing/index.ts';

/** What a line is about. */
export const whatWords = {
  requests: 'Aanroepen',
  'ready-requests': 'Aanroepen op wat klaarstaat',
  init: 'Opstarten',
  duration: 'Bezig zijn',
  'cpu-init': 'Processor bij het opstarten',
  cpu: 'Processor',
  'active-cpu': 'Processor aan het werk',
  'data-out': 'Data naar buiten',
  'streamed-data': 'Grote antwoorden',
  'ready-streamed-data': 'Grote antwoorden van wat klaarstaat',
  ready: 'Klaarstaan',
  'ready-cpu': 'Processor van wat klaarstaat',
  'ready-run': 'Bezig zijn op wat klaarstaat',
  'base-fee': 'Vast bedrag per maand',
  credits: 'Extra credits',
} satisfies Record<What, string>;

/** A unit, after "per"; after a number, see `quantityInWords`. */
export const unitWords = {
  'million-requests': 'miljoen aanroepen',
  'gb-second': 'GB-seconde',
  'gib-second': 'GiB-seconde',
  'gb-hour': 'GB-uur',
  'vcpu-second': 'vCPU-seconde',
  'ghz-second': 'GHz-seconde',
  'cpu-hour': 'CPU-uur',
  'million-cpu-ms': 'miljoen CPU-milliseconden',
  gib: 'GiB',
  month: 'maand',
  'credit-pack': 'pakket credits',
} satisfies Record<UnitName, string>;

/** Where more than one of it is called otherwise. */
const manyWords: Partial<Record<UnitName, string>> = {
  'gb-second': 'GB-seconden',
  'gib-second': 'GiB-seconden',
  'vcpu-second': 'vCPU-seconden',
  'ghz-second': 'GHz-seconden',
  month: 'maanden',
  'credit-pack': 'pakketten credits',
};

/** A quantity with its unit: "1 GB-seconde", "140.000 GB-seconden". */
export function quantityInWords(quantity: string, unit: UnitName): string {
  const many = quantity === '1' ? undefined : manyWords[unit];
  return `${printQuantity(quantity)} ${many ?? unitWords[unit]}`;
}

/** How a quantity comes about. */
export const ruleWords = {
  'per-request': 'Elke aanroep telt, hoe kort ook.',
  'configured-memory-time':
    'De tijd van elke aanroep, naar boven afgerond zoals dit tarief dat doet, maal het ingestelde geheugen. Wachten telt mee. Een koude start is één stuk met de aanroep erna.',
  'observed-memory-time':
    'De tijd van elke aanroep maal het geheugen dat echt gebruikt werd, allebei naar boven afgerond.',
  'instance-memory-time':
    'De tijd dat een instantie bezig was, maal het geheugen ervan. Aanroepen tegelijk op één instantie delen die tijd.',
  'allocated-cpu-time':
    'De processor die bij dit geheugen hoort, maal de tijd van elke aanroep. Ook als je functie wacht.',
  'instance-cpu-time': 'De processor van een instantie, maal de tijd dat ze bezig was.',
  'active-cpu-time': 'Alleen de tijd dat de processor werkte. Wachten is gratis.',
  'response-data': 'De grootte van de antwoorden, opgeteld.',
  'streamed-response': 'Van elk antwoord het deel boven wat gratis mee mag.',
  'ready-memory-time': 'Het geheugen van instanties die klaarstaan, maal de tijd. Ook als ze niets doen.',
  'ready-run-memory-time':
    'Wat op klaarstaande instanties draaide: geheugen maal tijd, tegen een eigen prijs.',
  'idle-memory-time': 'Het geheugen van instanties die klaarstaan, zolang ze niets doen.',
  'idle-cpu-time': 'De processor van instanties die klaarstaan, zolang ze niets doen.',
  'base-fee': 'Elke maand hetzelfde, wat je ook gebruikt.',
  'credit-packs': 'Wat je gebruikt, kost credits. Zijn die van de maand op, dan koop je hele pakketten bij.',
} satisfies Record<ReceiptLine['rule'], string>;

/** What had to be supposed to make the bill. */
export const assumptionWords = {
  INIT_NOT_BILLED:
    'De provider zegt niet of opstarten geld kost. We rekenen er niets voor. Het kan dus meer zijn.',
  DURATION_NOT_ROUNDED:
    'De provider zegt niet hoe de tijd wordt afgerond. We rekenen met de precieze tijd. Het kan dus meer zijn.',
  MEMORY_NOT_ROUNDED: 'De provider zegt niet hoe het geheugen wordt afgerond. We ronden het niet af.',
  CPU_TIME_IS_DURATION:
    'De processortijd is niet gemeten. We rekenen alsof de processor de hele aanroep werkte. Wacht je functie veel, dan is het minder.',
  MEMORY_USED_IS_CONFIGURED:
    'Het gebruikte geheugen is niet gemeten. We rekenen met het ingestelde geheugen. Het kan dus minder zijn.',
  INSTANCE_TIME_IS_DURATION:
    'We rekenen alsof elke aanroep een eigen instantie had. Deelden ze er een, dan is het minder.',
  VCPU_IS_STANDARD:
    'Hoeveel processor de instantie had, is niet gezegd. We rekenen met de gewone hoeveelheid.',
  RESPONSE_SIZE_UNKNOWN:
    'Hoe groot de antwoorden waren, is niet gemeten. Data naar buiten telt hier niet mee.',
  DATA_OUT_NOT_COUNTED:
    'Data die de cloud verlaat, telt bij geen enkel tarief mee. Bij veel providers kost die wel geld.',
  READY_HAS_NO_PRICE: 'Voor instanties die klaarstaan, heeft dit tarief geen prijs. Ze tellen niet mee.',
  MEMORY_BEYOND_LIMIT: 'Zoveel geheugen kun je hier niet krijgen. Het bedrag is dus alleen een rekensom.',
  DURATION_BEYOND_LIMIT: 'Zo lang mag een aanroep hier niet duren. Het bedrag is dus alleen een rekensom.',
} satisfies Record<Assumption, string>;

/** Where a price was read. */
export const seenInWords = {
  'provider page (stored copy)': 'bewaarde kopie van de pagina van de provider',
  'provider documentation repository': 'documentatie van de provider',
  'third-party transcription of the provider price list or price API':
    'overgenomen uit de prijslijst van de provider door anderen',
  'third-party text that cites the provider page': 'teksten van anderen die deze pagina aanhalen',
} satisfies Record<SeenIn, string>;
