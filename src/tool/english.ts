/** The tool in English, for `--lang en`: help, errors and what is told of a run. */
import type { Entry, FailureCode, InvocationFailure } from '../engine/index.ts';
import {
  FILE_LIMIT_BYTES,
  MOST_FILES,
  PROJECT_FILE,
  PROJECT_LIMIT_BYTES,
  PROJECT_VERSION,
} from '../project/index.ts';
import { englishBillWords } from './bill/english-bill.ts';
import { oneLine } from './terminal.ts';
import type { FolderWords, RunWords, ToolWords } from './words.ts';

const NOTHING_CHANGED = 'Nothing was changed.';
const megabytes = (bytes: number) => `${bytes / 1024 ** 2} MB`;
const tooMuch = `A folder may have at most ${MOST_FILES} files, together ${megabytes(PROJECT_LIMIT_BYTES)}: choose a smaller one, such as only that of your code. ${NOTHING_CHANGED}`;
const ms = (value: number) => `${value.toFixed(1)} ms`;

const folder: FolderWords = {
  refused: {
    NOT_THERE: (path) => `The folder ${path} is not there. Is the name right?`,
    NOT_A_FOLDER: (path) => `${path} is no folder. Name the one in which your function is.`,
    NOT_READABLE: (path) =>
      `You may not read the folder ${path}. Look at its permissions, or choose another one.`,
    LINK_OUTSIDE: (path) =>
      `${path} is a link to something outside the folder. Take the link away, or put the file itself there. ${NOTHING_CHANGED}`,
    BAD_NAME: (path) =>
      `The path “${oneLine(path)}” can't be the name of a file here. Rename it. ${NOTHING_CHANGED}`,
    TOO_MANY_FILES: () => `There are more than ${MOST_FILES} files. ${tooMuch}`,
    TOO_MANY_BYTES: () => `This is more than ${megabytes(PROJECT_LIMIT_BYTES)}. ${tooMuch}`,
  },
  left: {
    noText: (path) => `${path} is no text, and is left out.`,
    tooLarge: (path) => `${path} is larger than ${megabytes(FILE_LIMIT_BYTES)}, and is left out.`,
    gone: (path) => `${path} has just gone, or you may not read it. It is left out.`,
    linkedFolder: (path) => `${path} is a link to a folder, and is left out.`,
  },
  noScripts: `There is no JavaScript (.js or .mjs) in this folder, and so no function. Choose the folder with your code, or begin with functielab new. ${NOTHING_CHANGED}`,
  onlyTypeScript: `This folder has TypeScript, and the lab runs JavaScript. Compile it first, with npx tsc for example, and choose the folder with the result. ${NOTHING_CHANGED}`,
  noHandler: `No file has export default with a function. Put that before the function that is to run. ${NOTHING_CHANGED}`,
  otherKind: {
    aws: (path) =>
      `${path} is a handler of AWS Lambda, which is given (event, context). Here a function is given a Request and returns a Response: write export default async (request) => …`,
    azure: (path) =>
      `${path} is a function of Azure, which registers with app.http(…). Leave @azure/functions out, and put export default before the function itself.`,
    google: (path) =>
      `${path} is a function of Google Cloud, which is given (req, res). Leave functions-framework out and write export default async (request) => …, with a Response as its answer.`,
    server: (path) =>
      `${path} is a server that listens itself, with Express or the like. A function does not listen: put what a route does in export default async (request) => …, and leave listen out.`,
    commonjs: (path) =>
      `${path} uses require or module.exports. Here modules are ES modules: write import instead of require, and export default before the function.`,
    broken: (path) => `${path} can't be read as JavaScript. node --check ${path} tells on which line.`,
  },
  adapted: (path) =>
    `${path} is a Worker: an object with fetch. Functielab calls it as its own platform does, with the environment in env. Your file was not changed.`,
  workerNamed: (path) =>
    `${path} is a Worker: an object with fetch. Put export default before a function, or take ${PROJECT_FILE} away: then Functielab adapts the Worker itself.`,
  noDefault: (path) =>
    `${path} has no export default with a function. Put that before the function that is to run.`,
  brokenManifest: (why) =>
    `package.json is no valid JSON with an object${why === '' ? '' : ` (${why})`}. Put it right, or take it away. ${NOTHING_CHANGED}`,
  cron: {
    CRON_INVALID: (name, cron) =>
      `The function ${name} has the cron "${cron}", which is not right. Write five fields: minute, hour, day, month and weekday. Every five minutes is */5 * * * *.`,
    CRON_NEVER: (name, cron) => `The function ${name} has the cron "${cron}", and such a moment never comes.`,
  },
  needsNode: (names) =>
    `The code uses packages or parts of Node (${names}). It runs in Node here; the sandbox of a browser can't run it.`,
  notInstalled: (names) =>
    `Not installed: ${names}. Type in the folder: npm install ${names.replaceAll(',', '')}`,
  // What the course says of it is in Dutch, what its schema is made of says it in English.
  ofProject: ({ field }, inEnglish) => {
    if (field === '')
      return `${PROJECT_FILE} can't be used: it is no valid JSON with an object. ${NOTHING_CHANGED}`;
    if (field === 'version') {
      return `${PROJECT_FILE} is not of this version of Functielab, which knows version ${PROJECT_VERSION}: if it is newer, use a newer Functielab. ${NOTHING_CHANGED}`;
    }
    return `${PROJECT_FILE}: \`${field}\` is not right (${inEnglish ?? 'it is not there, or does not fit'}). ${NOTHING_CHANGED}`;
  },
};

/** Of those that a caller can do something about. */
const failures: Partial<Record<FailureCode, (details: Readonly<Record<string, string | number>>) => string>> =
  {
    HANDLER_ERROR: () => 'The function threw an error.',
    INIT_ERROR: () => 'The code threw an error before the function ran.',
    SYNTAX_ERROR: () => 'The code can’t be read as JavaScript.',
    HANDLER_TIMEOUT: ({ timeoutMs }) => `The function was not done after ${timeoutMs} ms, and was stopped.`,
    INIT_TIMEOUT: ({ timeoutMs }) => `The code was not loaded after ${timeoutMs} ms, and was stopped.`,
    THROTTLED: () => 'As many calls run as may. Try again later.',
    NO_DEFAULT_EXPORT: ({ file }) => `${file ?? 'The code'} has no export default.`,
    NOT_A_RESPONSE: ({ got }) => `The function returned ${got}, and no Response.`,
    PACKAGE_NOT_INSTALLED: ({ file, specifier }) =>
      `${file} imports ${specifier}, and that package is not there. Type: npm install`,
    IMPORT_NOT_FOUND: ({ file, specifier }) => `${file} imports ${specifier}, and that file is not there.`,
    NO_ROUTE: ({ path }) => `No function answers ${path}.`,
    METHOD_NOT_ALLOWED: ({ allowed }) => `This path exists, for ${allowed} only.`,
  };

function failure({ code, error, details = {} }: InvocationFailure): string {
  const sentence = failures[code]?.(details) ?? `The function could not answer (${code}).`;
  const place = error?.frames[0];
  const where = place ? ` (${place.file}, line ${place.line})` : '';
  return error ? `${sentence}\n${error.name}: ${error.message}${where}` : sentence;
}

function entryInEnglish(entry: Entry): readonly string[] {
  switch (entry.type) {
    case 'log': {
      const lines = entry.lines.map(({ text }) => `    | ${text.replaceAll('\n', '\n    | ')}`);
      return entry.dropped === 0 ? lines : [...lines, `    … ${entry.dropped} lines left out`];
    }
    case 'deployed':
      return [`Deployed: ${entry.functionName}`];
    case 'instanceReady':
      return [`Instance ${entry.instanceId}: cold start, ${ms(entry.initMs)}`];
    case 'instanceGone':
      return [`Instance ${entry.instanceId} is gone (${entry.reason})`];
    case 'invocationEnded': {
      const { durationMs, memoryMb } = entry.usage;
      return [`Instance ${entry.instanceId}: ${entry.outcome}, ${ms(durationMs)}, ${memoryMb} MB`];
    }
    case 'serviceCall': {
      const { method, url, outcome, status, waitedMs } = entry;
      return [`    Played service, ${method} ${url}: ${status ?? outcome} after ${ms(waitedMs)}`];
    }
    case 'throttled':
      return ['Refused (429): too many calls at once.'];
    default:
      return [];
  }
}

const run: RunWords = {
  ready: (address) => `The lab is ready. Open this address in your browser:\n\n  ${address}\n`,
  inTab: (address) => `Only your function, in a tab: ${address}`,
  functionLine: (name, trigger) => `  ${name}: ${trigger}`,
  http: (routes) => (routes === null ? 'every request' : routes.join(', ')),
  upload: (prefix) => `an upload under ${prefix} (PUT /_functielab/bucket/${prefix}…)`,
  timer: (cron, isOn) =>
    `the clock, ${cron}${isOn ? '' : ' (it stands still: start with --clock, or POST /_functielab/clock)'}`,
  queue: 'a message in the queue (POST /_functielab/queue)',
  forPrograms: (header, token) =>
    `A program sends the key as a header: curl -H "${header}: ${token}" …\nIt holds until you stop. Give it to nobody.`,
  noSandbox:
    'Mind: here is no sandbox. The code runs with your rights, on your computer. Run only code that you know.',
  stores: (place) =>
    place === null
      ? 'Stores and queue are in memory, and gone when you stop. With --keep they stay.'
      : `Stores and queue are kept in ${place}.`,
  stopping: 'Save a file, and it is deployed; nothing runs until you call it. Stop: Ctrl+C',
  stillOld: 'The version before it runs on.',
  portTaken: (first, last) =>
    first === last
      ? `Port ${first} is taken. Choose another one, such as --port ${first + 1}.`
      : `The ports ${first} to ${last} are all taken. Choose one with --port.`,
  cannotListen: (why) => `The server could not start (${why}). Choose another port with --port.`,
  stateUnusable: {
    IN_USE:
      'Another functielab is using what is kept in .functielab/. Stop that one first, or start without --keep. If there is none, take .functielab/lock away.',
    NOT_WRITABLE:
      'Nothing can be written in .functielab/. Look at the permissions of the folder, or start without --keep.',
    LINKED: `Something in .functielab/ is a link, or no plain file. ${NOTHING_CHANGED} Take that folder away, or start without --keep.`,
    DAMAGED: `What is kept in .functielab/ can't be read. ${NOTHING_CHANGED} Put that folder aside and start again, or start without --keep.`,
    NEWER: `What is kept in .functielab/ is of a newer Functielab. ${NOTHING_CHANGED} Use that one, or start without --keep.`,
  },
  entry: entryInEnglish,
  failure,
  receipt: (euro, usd) => `    Receipt: ${euro} ($ ${usd})`,
  total: (calls, euro, usd, tariff) =>
    `Together: ${calls} ${calls === 1 ? 'call' : 'calls'}, ${euro} ($ ${usd}) under the tariff ${tariff}, without free tier.`,
  refusal: {
    BAD_TARGET: 'This is no path of this server.',
    OTHER_HOST: 'This server answers at 127.0.0.1 and localhost only.',
    OTHER_SITE: 'Another site may not call these functions.',
    NO_TOKEN: 'Open the address in the terminal: the key of this run is in it.',
  },
  welcome: 'On to your functions',
  failed: 'The function gave an answer that can’t be sent. Look at the names and values of its headers.',
  noPage:
    'There is no page here. The lab for a browser is in the package only: make that with npm run pack:tool.',
};

export const english: ToolWords = {
  language: 'en',
  command: {
    help: `Usage: functielab [options] [folder]      the lab for the functions in a folder
       functielab check [folder]          what is wrong with a folder
       functielab new <template> [folder] a beginning: http, upload, timer, wachtrij or crud
       functielab bill [options] [log …]  the bill of a log or of usage
       functielab export <cloud> [folder] the folder as a project for a real platform, in a zip

Without a folder it is the one that you are in. Which functions are in it is said by
${PROJECT_FILE}; without that, Functielab looks for the file that has one.
All of it runs on this computer: there is no account, and nothing is sent.

  --port <number>  exactly this port; without it the first free one from 4400 on
  --tariff <id>    the tariff of the receipts; without it that of AWS Lambda
  --keep           stores and queue stay, in the folder .functielab
  --clock          timers go off at their own time
  --out <zip>      of export: what the zip is called
  --lang nl        in Dutch
  --help           this text
`,
    unknownOption: (option) =>
      `The option ${option} is not known, or something is missing after it. functielab --help names them.`,
    unknownLanguage: (language) => `The language ${language} is not known. Choose nl or en.`,
    badPort: (port) => `${port} is no port. Choose a number from 0 to 65535.`,
    tooMany: (argument) => `There is nothing to do with ${argument}: name one folder.`,
    unknownTariff: (tariff, ids) => `The tariff ${tariff} is not known. Choose one of these:\n${ids}`,
    unexpected: (why) => `Something went wrong that should not have: ${why}`,
    inOrder: (functions, files) =>
      `In order: ${functions} ${functions === 1 ? 'function' : 'functions'} in ${files} ${files === 1 ? 'file' : 'files'}.`,
    whichTemplate: (names) => `Choose a template: ${names}. For example: functielab new http my-folder`,
    exists: (paths) => `This is there already, and is not overwritten: ${paths}. ${NOTHING_CHANGED}`,
    made: (path) => `made: ${path}`,
    nextStep: (place) => `Start with: functielab ${place}`,
    cannotWrite: (path, why) => `${path} can't be written (${why}).`,
    whichTarget: (names) => `Choose a platform: ${names}. For example: functielab export container`,
    lacks: (_, kind) => `That platform has no proven place for this: ${kind}. ${NOTHING_CHANGED}`,
    packagesStay: (names) =>
      `These packages are not in the project: ${names}. Add them there with npm install, or write it without.`,
    packed: (path, target) => `made: ${path}, for ${target}. Unpack it, and read LEESMIJ.md.`,
    neverRests: `The functions keep setting each other to work, so there is no answer to compare with. ${NOTHING_CHANGED}`,
  },
  folder,
  run,
  bill: englishBillWords('functielab bill'),
};
