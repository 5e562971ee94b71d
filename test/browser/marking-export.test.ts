/** What a teacher takes out of a marking, in every family: a class list beside it, a table, a grade book, and feedback to give back. */
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { classZip, greetingOf } from './class-zip.ts';
import { expectAccessible } from './families/axe.ts';
import { path } from './families/index.ts';
import { RIGHT_GREETING } from './reader.ts';

const ZIP = classZip({
  'Mila De Smet_50001_assignsubmission_file/werk.json': greetingOf('Mila', RIGHT_GREETING),
  'Noah Peeters_50002_assignsubmission_file/werk.json': greetingOf('Kim', 'export default () => 1;'),
  'claesemma_LATE_77_88_werk.json': greetingOf('Emma Claes', `// van mij\n${RIGHT_GREETING}`),
  'Lou Aerts_50009_assignsubmission_file/foto.jpg': 'x',
});

path(
  'a class is marked, its list says who is missing, and all that goes to a school is taken out',
  async ({ newReader }) => {
    const reader = await newReader('docent/nakijken/');
    await reader.resize({ width: 390, height: 844 });
    await reader.give('button', 'Kies inleveringen', ZIP);
    await reader.sees('main', '', '3 inleveringen nagekeken.');

    // A list that is none is told, and what was pasted stays.
    await reader.press('button', 'Klassenlijst');
    const field = 'Plak je klassenlijst';
    await reader.fill('textbox', field, 'Studentnummer;E-mail\n0912;a@b.nl');
    await reader.sees('alert', '', 'We zien geen kolom met namen');
    await reader.seesIn('textbox', field, '0912');
    const list = 'naam;e-mail\nMila De Smet;mila@s.be\nNoah Peeters;\nJules Maes;j@s.be\nLou Aerts;';
    await reader.fill('textbox', field, list);
    await reader.sees('main', '', 'Klassenlijst: 4 studenten, 1 leverde niets in');
    await reader.sees('main', '', 'Leverde niets in: Jules Maes.');
    await reader.sees('main', '', 'Staat niet op de lijst: Emma Claes.');
    await expectAccessible(reader);

    await reader.press('tab', 'Uitslag');
    for (const tab of ['De klas', 'Uitvoer']) {
      await reader.key('ArrowRight');
      await reader.seesOn('tab', tab);
    }
    await expectAccessible(reader);

    const csv = await reader.saves('button', 'Bewaar als CSV');
    const lines = csv.text.split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[1]).toMatch(
      /^"Mila De Smet";"Mila";"mila@s\.be";"50001";3;3;3;100;20;10;"ja";.*"Emma Claes"/,
    );
    expect(lines[2]).toContain('in het bestand staat een andere naam: Kim');

    await reader.choose('combobox', 'Schaal', 'op 20');
    const canvas = (await reader.saves('button', 'Kolom voor Canvas')).text.split('\r\n');
    expect(canvas[1]).toMatch(/Points Possible",,,,,20$/);
    expect(canvas).toContain('Emma Claes,77,,,,20');
    const moodle = (await reader.saves('button', 'Kolom voor Moodle')).text.split('\r\n');
    expect(moodle[1]).toBe('mila@s.be,,20,');
    await reader.sees(
      'main',
      '',
      /Zonder Noah Peeters, Emma Claes.*, want je leeromgeving zou ze niet vinden/,
    );

    const back = unzipSync((await reader.saves('button', 'Zip voor Moodle')).bytes);
    expect(Object.keys(back).sort()).toEqual([
      'Lou Aerts_50009_assignsubmission_file/feedback-functielab.html',
      'Mila De Smet_50001_assignsubmission_file/feedback-functielab.html',
      'Noah Peeters_50002_assignsubmission_file/feedback-functielab.html',
    ]);
    const forCanvas = unzipSync((await reader.saves('button', 'Zip voor Canvas')).bytes);
    expect(Object.keys(forCanvas)).toEqual(['claesemma_77_88_feedback.txt']);
    const each = unzipSync((await reader.saves('button', 'Zip met een bestand per student')).bytes);
    expect(Object.keys(each)).toHaveLength(4);
    expect(strFromU8(each['Noah Peeters.html'] ?? new Uint8Array())).toContain('<dt>Verwacht</dt>');
    expect(await reader.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    const workbook = await reader.saves('button', 'Bewaar als Excel');
    expect(workbook.name).toMatch(/\.xlsx$/);
    expect(Object.keys(unzipSync(workbook.bytes))).toContain('xl/worksheets/sheet1.xml');
  },
);
