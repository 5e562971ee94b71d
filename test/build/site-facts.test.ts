import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dayOf, readContact, versionOf } from '../../src/build/site-facts.ts';
import { siteFolder } from './site-folder.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** A repository with one commit of noon on that day, in a zone where it is the same day in Greenwich. */
function repository(day: string): string {
  const root = siteFolder({ 'package.json': '{"version":"1.2.3"}' });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Een', '-c', 'user.email=een@voorbeeld.nl', ...args], {
      cwd: root,
      env: {
        ...process.env,
        GIT_COMMITTER_DATE: `${day}T12:00:00+01:00`,
        GIT_AUTHOR_DATE: '2020-01-01T12:00:00Z',
      },
      stdio: 'ignore',
    });
  git('init');
  git('add', '.');
  git('commit', '-m', 'begin');
  return root;
}

test('the version is the one of package.json', () => {
  expect(versionOf(repository('2026-11-28'))).toBe('1.2.3');
});

test('the day is the one on which the commit was made', () => {
  expect(dayOf(repository('2026-11-28'), {})).toBe('2026-11-28');
});

test('SOURCE_DATE_EPOCH goes first, and needs no repository', () => {
  const env = { SOURCE_DATE_EPOCH: '1767225599' };
  expect(dayOf(repository('2026-11-28'), env)).toBe('2025-12-31');
  expect(dayOf(siteFolder({ 'package.json': '{}' }), env)).toBe('2025-12-31');
});

test.each(['morgen', '-1', '1.5', '99999999999999999999'])(
  'SOURCE_DATE_EPOCH "%s" is refused in Dutch',
  (epoch) => {
    expect(() => dayOf('.', { SOURCE_DATE_EPOCH: epoch })).toThrow(/Geef een heel aantal seconden/);
  },
);

test('an archive has no day, also when it was unpacked inside the repository of another project', () => {
  expect(dayOf(siteFolder({ 'package.json': '{}' }), {})).toBeNull();
  const other = repository('2026-11-28');
  mkdirSync(join(other, 'functielab'));
  writeFileSync(join(other, 'functielab', 'package.json'), '{}');
  expect(dayOf(join(other, 'functielab'), {})).toBeNull();
});

test('a contact is an address for mail or of a page', () => {
  expect(readContact('help@school.example')).toEqual({
    href: 'mailto:help@school.example',
    text: 'help@school.example',
  });
  expect(readContact(' https://school.example/contact/ ')).toEqual({
    href: 'https://school.example/contact/',
    text: 'school.example/contact',
  });
  expect(readContact(undefined)).toBeNull();
  expect(readContact(' ')).toBeNull();
});

test.each([
  'javascript:alert(1)',
  'http://school.example',
  'school.example',
  'een twee@school.example',
  'a@b.nl?subject=x',
  'https://',
])('"%s" is no contact, and the build says so in Dutch', (contact) => {
  expect(() => readContact(contact)).toThrow(/CONTACT is .* Geef een e-mailadres/);
});

test('the newest version in the changelog is the version of the project', () => {
  const changelog = readFileSync(join(PROJECT, 'CHANGELOG.md'), 'utf8');
  const versions = [...changelog.matchAll(/^## \[?(\d+\.\d+\.\d+)/gm)].map(([, version]) => version);
  expect(versions[0]).toBe(versionOf(PROJECT));
});
