/**
 * What a function may not do here, why not, and what to do instead: the words that the learner reads.
 *
 * The sandbox around the instance does the refusing (its content security policy and its opaque origin). This
 * list makes the refusal understandable, in the same words in every browser.
 */

export type RefusalCode =
  | 'NETWORK_BLOCKED'
  | 'IMPORT_BLOCKED'
  | 'STORAGE_BLOCKED'
  | 'WORKER_BLOCKED'
  | 'PAGE_BLOCKED';

export interface Refusal {
  readonly code: RefusalCode;
  /** What stands in the way, and what to do instead; the name of what was used comes before it. */
  readonly because: string;
}

const network: Refusal = {
  code: 'NETWORK_BLOCKED',
  because:
    'werkt hier niet: je functie draait in een afgesloten sandbox, zonder netwerk. Zet de gegevens die je nodig hebt in je code, of geef ze mee in het verzoek.',
};
const imports: Refusal = {
  code: 'IMPORT_BLOCKED',
  because:
    'werkt hier niet: je functie kan geen code van het web laden. Zet de code in een eigen bestand en gebruik import.',
};
const storage: Refusal = {
  code: 'STORAGE_BLOCKED',
  because:
    'werkt hier niet: een functie heeft geen browseropslag, en een instantie kan elk moment verdwijnen. Bewaar wat moet blijven in context.kv of context.bucket, als je functie die heeft.',
};
const workers: Refusal = {
  code: 'WORKER_BLOCKED',
  because:
    'werkt hier niet: een functie start zelf geen andere code op. Het platform start een extra instantie als het drukker wordt.',
};
const page: Refusal = {
  code: 'PAGE_BLOCKED',
  because:
    'werkt hier niet: een functie kan niet bij de pagina, net als op een echte server. Geef wat je wilt laten zien terug in het antwoord.',
};

export function refusalText(name: string, refusal: Refusal): string {
  return `${name} ${refusal.because}`;
}

/** Called like a function; `fetch` answers with a rejected promise, as it would on a failing network. */
export const refusedFunctions: Readonly<Record<string, Refusal>> = {
  importScripts: imports,
  postMessage: page,
  webkitRequestFileSystem: storage,
  webkitRequestFileSystemSync: storage,
  webkitResolveLocalFileSystemURL: storage,
  webkitResolveLocalFileSystemSyncURL: storage,
};

export const refusedFetch = network;

/** Where some services are there: any other address. */
export function refusedFetchBeside(names: readonly string[]): Refusal {
  const list = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`;
  const because = `werkt hier niet voor dit adres: je functie draait in een afgesloten sandbox, zonder netwerk. Ze bereikt hier alleen ${list}. Vraag het daar, of zet de gegevens in je code.`;
  return { code: 'NETWORK_BLOCKED', because };
}

/** Called with `new`. */
export const refusedClasses: Readonly<Record<string, Refusal>> = {
  XMLHttpRequest: network,
  WebSocket: network,
  WebSocketStream: network,
  EventSource: network,
  WebTransport: network,
  RTCPeerConnection: network,
  BroadcastChannel: page,
  Worker: workers,
  SharedWorker: workers,
};

/** Refused as soon as they are looked at. */
export const refusedGlobals: Readonly<Record<string, Refusal>> = {
  indexedDB: storage,
  caches: storage,
  localStorage: storage,
  sessionStorage: storage,
  cookieStore: storage,
  parent: page,
  top: page,
  opener: page,
};

/** Properties of `navigator`. */
export const refusedOfNavigator: Readonly<Record<string, Refusal>> = {
  storage,
  storageBuckets: storage,
  serviceWorker: workers,
  locks: page,
  sendBeacon: network,
};
