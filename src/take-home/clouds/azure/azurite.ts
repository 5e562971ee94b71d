/** Azurite, Azure's own emulator of a storage account, in memory. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BindingName } from '../../../contract/bindings.ts';
import { startNode } from '../local/node-child.ts';
import { type AzureStorage, type AzureStores, azureStores } from './azure-driver.ts';

export interface Azurite {
  readonly connection: string;
  /** The same stores as the functions', looked at from outside. */
  readonly stores: AzureStores;
  stop(): Promise<void>;
}

const ACCOUNT = 'devstoreaccount1';
/** No secret: every Azurite has this account and this key. Source: Azurite's README, "Default Storage Account". */
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const OPTIONS = [
  ...['--blobPort', '0', '--queuePort', '0', '--tablePort', '0'],
  ...['--inMemoryPersistence', '--disableTelemetry', '--skipApiVersionCheck'],
];

/** Which service plays a store, and the package that speaks to it. */
const PLAYED = {
  kv: { service: 'Table', from: '@azure/data-tables' },
  bucket: { service: 'Blob', from: '@azure/storage-blob' },
} as const;

export async function startAzurite(folder: string, grants: ReadonlySet<BindingName>): Promise<Azurite> {
  const require = createRequire(join(folder, 'package.json'));
  const endpoints: string[] = [];
  const children: { stop(): Promise<void> }[] = [];
  let packages: AzureStorage = {};
  for (const store of ['kv', 'bucket'] as const) {
    if (!grants.has(store)) continue;
    const { service, from } = PLAYED[store];
    // The whole of it for each store: its parts by themselves do not tell which port they got.
    const child = await startNode({
      folder,
      args: [require.resolve('azurite/dist/src/azurite.js'), ...OPTIONS],
      env: {},
      ready: new RegExp(`${service} service is successfully listening at http://127\\.0\\.0\\.1:(\\d+)`),
      onLine: () => {},
    });
    children.push(child);
    endpoints.push(`${service}Endpoint=http://127.0.0.1:${child.told}/${ACCOUNT}`);
    packages = { ...packages, ...(require(from) as AzureStorage) };
  }
  const connection = ['DefaultEndpointsProtocol=http', `AccountName=${ACCOUNT}`, `AccountKey=${KEY}`]
    .concat(endpoints)
    .join(';');
  return {
    connection,
    stores: azureStores(packages, connection),
    async stop() {
      for (const child of children) await child.stop();
    },
  };
}
