/**
 * The types that the editor of a playground knows, as a table: the contract's own and those of the web and of JavaScript that a
 * function meets. Page code imports it from `virtual:functielab/editor-types`.
 *
 * TypeScript itself reads the published types here, at the build, and prints each member: a reader's browser gets the table and
 * a light reader of code, and no compiler. `test/playground/code/completion.test.ts` holds the two against each other.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Plugin } from 'vite';

const MODULE = 'virtual:functielab/editor-types';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What stands in the contract under a name of its own. */
const CONTRACT = join(ROOT, 'src/contract/context.ts');
const SHORT_NAMES = join(ROOT, 'content/functions/contract.d.ts');

/** Of these, what an object of them holds. What is not here is named in a signature and opens no further. */
const INTERFACES = [
  ...['Request', 'Response', 'Headers', 'URL', 'URLSearchParams', 'FormData', 'Blob', 'File'],
  ...['AbortSignal', 'AbortController', 'TextEncoder', 'TextDecoder', 'Crypto', 'Console'],
  ...['ResponseInit', 'RequestInit', 'Array', 'String', 'Number', 'Boolean', 'Function', 'Promise'],
  ...['Map', 'Set', 'Date', 'RegExp', 'RegExpMatchArray', 'Error', 'JSON', 'Math'],
];
/** Of these, what the value itself holds, and how it is called or made. */
const VALUES = [
  ...['Request', 'Response', 'Headers', 'URL', 'URLSearchParams', 'FormData', 'Blob', 'AbortSignal'],
  ...['AbortController', 'TextEncoder', 'TextDecoder', 'Array', 'Object', 'String', 'Number', 'Boolean'],
  ...['Promise', 'Map', 'Set', 'Date', 'RegExp', 'Error'],
];
/** These are there as they are. */
const GLOBALS = [
  ...['console', 'crypto', 'JSON', 'Math', 'fetch', 'setTimeout', 'clearTimeout', 'structuredClone'],
  ...['encodeURIComponent', 'decodeURIComponent', 'parseInt', 'parseFloat', 'isNaN', 'btoa', 'atob'],
];

const AS_WRITTEN =
  ts.TypeFormatFlags.NoTruncation |
  ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope |
  ts.TypeFormatFlags.WriteArrowStyleSignature |
  ts.TypeFormatFlags.OmitThisParameter;

type Members = Record<string, string | string[]>;

export interface EditorTypes {
  readonly types: Readonly<Record<string, Readonly<Members>>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly globals: Readonly<Record<string, string>>;
  /** Members that nobody should use any more, by their type. */
  readonly old: Readonly<Record<string, readonly string[]>>;
}

/** For `vite.plugins`: in dev, in the build and in tests. */
export function editorTypes(): Plugin {
  return {
    name: 'functielab:editor-types',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load(id) {
      if (id !== `\0${MODULE}`) return null;
      for (const file of [CONTRACT, SHORT_NAMES]) this.addWatchFile(file);
      // A string that is parsed costs the browser less than an object that is written out.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(readEditorTypes()))});`;
    },
  };
}

/** As samples are checked: the same libraries, the same strictness. */
export function sampleOptions(): ts.CompilerOptions {
  const folder = join(ROOT, 'content/functions');
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, folder).options;
}

/** What a program has to hold, for its types to be read. */
export const CONTRACT_FILES: readonly string[] = [SHORT_NAMES, CONTRACT];

/** @param program holds `CONTRACT_FILES` */
export function readEditorTypes(program = ts.createProgram(CONTRACT_FILES, sampleOptions())): EditorTypes {
  return new TableMaker(program).table();
}

class TableMaker {
  readonly #checker: ts.TypeChecker;
  readonly #contract: readonly ts.Symbol[];
  readonly #types: Record<string, Members> = {};
  readonly #old: Record<string, string[]> = {};
  readonly #symbols: ReadonlyMap<string, ts.Symbol>;
  readonly #short: readonly ts.TypeAliasDeclaration[];

  constructor(program: ts.Program) {
    this.#checker = program.getTypeChecker();
    const [contract, short] = [program.getSourceFile(CONTRACT), program.getSourceFile(SHORT_NAMES)];
    const module = contract && this.#checker.getSymbolAtLocation(contract);
    if (!short || !module) throw new Error('The contract of functions is not where the editor looks for it');
    this.#contract = this.#checker.getExportsOfModule(module);
    this.#short = short.statements.filter(ts.isTypeAliasDeclaration);
    const everywhere = this.#checker.getSymbolsInScope(
      short,
      ts.SymbolFlags.Type | ts.SymbolFlags.Value | ts.SymbolFlags.Alias,
    );
    this.#symbols = new Map(everywhere.map((symbol) => [symbol.name, symbol]));
  }

  table(): EditorTypes {
    const aliases: Record<string, string> = {};
    for (const { name, typeParameters = [], type } of this.#short) {
      const params = typeParameters.map((param) => param.name.text);
      // `Context` is short for the contract's own type of that name.
      const text = this.#print(this.#checker.getTypeFromTypeNode(type), ts.TypeFormatFlags.InTypeAlias);
      if (text !== name.text) aliases[headOf(name.text, params)] = text;
    }
    for (const symbol of this.#contract) {
      const found = symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
      if (found.flags & ts.SymbolFlags.Interface) this.#addInterface(found);
    }
    for (const name of INTERFACES) this.#addInterface(this.#symbol(name));
    const globals: Record<string, string> = {};
    for (const name of VALUES) {
      this.#add(`typeof ${name}`, this.#checker.getTypeOfSymbol(this.#symbol(name)));
      globals[name] = `typeof ${name}`;
    }
    for (const name of GLOBALS)
      globals[name] = this.#printValue(this.#checker.getTypeOfSymbol(this.#symbol(name)));
    return { types: this.#types, aliases, globals, old: this.#old };
  }

  #symbol(name: string): ts.Symbol {
    const symbol = this.#symbols.get(name);
    if (symbol === undefined) throw new Error(`TypeScript knows no ${name}`);
    return symbol;
  }

  #addInterface(symbol: ts.Symbol): void {
    const type = this.#checker.getDeclaredTypeOfSymbol(symbol);
    const params = type.isClassOrInterface() ? (type.typeParameters ?? []) : [];
    this.#add(
      headOf(
        symbol.name,
        params.map((param) => param.symbol.name),
      ),
      type,
    );
  }

  #add(head: string, type: ts.Type): void {
    const members: Members = {};
    const put = (name: string, texts: readonly string[]) => {
      const [only] = texts;
      if (only !== undefined) members[name] = texts.length === 1 ? only : [...texts];
    };
    put('()', this.#signatures(type.getCallSignatures()));
    put('new ()', this.#signatures(type.getConstructSignatures()));
    for (const property of type.getProperties()) {
      const value = this.#checker.getTypeOfSymbol(property);
      const name = property.name;
      if (name.startsWith('__@iterator')) {
        const [signature] = value.getCallSignatures();
        if (signature) members['[]'] = this.#print(signature.getReturnType());
      } else if (!name.startsWith('__@')) {
        const calls = this.#signatures(this.#checker.getNonNullableType(value).getCallSignatures());
        put(name, calls.length > 0 ? calls : [this.#print(value)]);
        if (property.getJsDocTags(this.#checker).some((tag) => tag.name === 'deprecated')) {
          this.#old[head] = [...(this.#old[head] ?? []), name];
        }
      }
    }
    this.#types[head] = members;
  }

  /** Without those that map over the names of a type, when there are others. */
  #signatures(signatures: readonly ts.Signature[]): string[] {
    const texts = signatures.map((signature) =>
      this.#checker.signatureToString(signature, undefined, AS_WRITTEN),
    );
    const plain = texts.filter((text) => !/\bin keyof\b/.test(text));
    return [...new Set(plain.length > 0 ? plain : texts)];
  }

  #print(type: ts.Type, more: ts.TypeFormatFlags = ts.TypeFormatFlags.None): string {
    return this.#checker.typeToString(type, undefined, AS_WRITTEN | more);
  }

  #printValue(type: ts.Type): string {
    const calls = this.#signatures(type.getCallSignatures());
    return calls.at(-1) ?? this.#print(type);
  }
}

const headOf = (name: string, params: readonly string[]) =>
  params.length === 0 ? name : `${name}<${params.join(', ')}>`;
