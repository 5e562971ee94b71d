/** What comes in by a file: hand-ins, zips, progress, logs, uploads. */
import { type Mechanism, mechanism } from './row.ts';

const FILE = 'attacks/files.test.ts';
const ROOM = 'attacks/classroom.test.ts';
const ZIP = 'classroom/read-zip.test.ts';

export const files: readonly Mechanism[] = [
  mechanism(
    'a zip bomb',
    [76],
    ['classroom/classroom.test.ts', 'a zip bomb is refused, and the others in it are still read'],
  ),
  mechanism(
    'room of the class: bombs of one student',
    [],
    [FILE, 'a zip in a zip with more bombs than there is room for takes nothing from who comes after'],
  ),
  mechanism(
    'places of the class: files of one student',
    [],
    [FILE, 'a zip in a zip with more files than there are places for takes nothing from who comes after'],
  ),
  mechanism(
    'room of the class: zips that grow',
    [],
    [FILE, 'zips in a zip that grow take nothing from who comes after'],
  ),
  mechanism(
    'work without a result: bombs that are damaged',
    [],
    [FILE, 'a bomb that is damaged is work all the same, and is counted'],
  ),
  mechanism('files that lie over each other', [], [FILE, 'files that lie over each other in a zip']),
  mechanism(
    'more files than anybody hands in',
    [],
    ['classroom/classroom.test.ts', 'three thousand files give as many as fit, and a word about the rest'],
  ),
  mechanism('a zip in a zip in a zip', [], [ZIP, 'one level of zips is opened, and the next one is named']),
  mechanism(
    'a path that leads elsewhere',
    [],
    ['classroom/classroom.test.ts', 'a path that leads elsewhere is only a name'],
  ),
  mechanism('a path without end', [], [FILE, 'a path of tens of thousands of folders']),
  mechanism('two files of one name', [], [FILE, 'two files of one name in a zip are two rows']),
  mechanism(
    'a link to a file of the computer',
    [],
    [FILE, 'a link to a file of the computer in a zip is only a text'],
  ),
  mechanism(
    'letters of a name that mean something else',
    [],
    [FILE, 'a name in a zip in letters that mean something else: %s'],
  ),
  mechanism(
    'a name that turns the text around it',
    [],
    [ZIP, 'a name that turns the text around it, or hides in it, is shown without that'],
  ),
  mechanism(
    'content that is not what its number says',
    [],
    [ZIP, 'a letter was changed', 'anything changed anywhere is told, and never fails'],
  ),
  mechanism('a password', [], [ZIP, 'it has a password']),
  mechanism(
    'places that are not in the zip',
    [],
    [
      ZIP,
      'it stands elsewhere',
      'it ends beyond the file',
      'cut anywhere it is refused or told whole, and never fails',
    ],
  ),
  mechanism('numbers of 64 bits', [], [ZIP, 'numbers that are too large for a zip stand elsewhere in it']),
  mechanism(
    'something else before the zip',
    [],
    [ZIP, 'bytes before it, as in one that unpacks by itself, do no harm'],
  ),
  mechanism(
    'a hand-in behind the beginning of another file',
    [],
    [FILE, 'a picture, a program and a page with a hand-in behind their beginning'],
  ),
  mechanism('letters of another encoding', [], [ZIP, 'a hand-in in %s is read']),
  mechanism(
    'a hand-in for a prototype',
    [68],
    [FILE, 'a hand-in for a prototype', 'a hand-in that is called as a prototype in a zip'],
  ),
  mechanism('more works than there are', [], [FILE, 'a hand-in with 20,000 works']),
  mechanism('one exercise many times', [], [FILE, 'a hand-in with one exercise thirty times is one work']),
  mechanism('a hand-in that is deep', [], [FILE, 'a hand-in that is deep']),
  mechanism('a hand-in that is too large', [], [FILE, 'a hand-in of more than a megabyte']),
  mechanism(
    'a hand-in: more people and claims than there can be',
    [],
    [FILE, 'a hand-in with more people and more claims than there can be'],
  ),
  mechanism('a hand-in of another version', [], [FILE, 'a hand-in of another version: %j']),
  mechanism(
    'a name that takes more than its place',
    [],
    [FILE, 'a hand-in with a name that takes more than its place (%#)'],
    ['classroom/classroom.test.ts', 'a name may hold anything, and is kept short'],
  ),
  mechanism(
    'a file beside the ones that there are',
    [],
    [FILE, 'a file of a hand-in beside the ones that there are: %j'],
  ),
  mechanism(
    'a formula for a spreadsheet',
    [],
    ['classroom/export.test.ts', 'the CSV has semicolons, decimal commas, a mark before it, and no formula'],
    [
      'kit/people-csv.test.ts',
      'no text of anybody becomes a formula, whichever mark a spreadsheet takes between the cells',
    ],
  ),
  mechanism(
    'progress: code for a folder elsewhere',
    [],
    [FILE, 'a progress file with code for a folder elsewhere'],
  ),
  mechanism('progress that is too large', [], [FILE, 'a progress file that is larger than its limit']),
  mechanism('progress that is deep', [79], [FILE, 'a progress file that is deep']),
  mechanism('progress of another version', [], [FILE, 'a progress file of another version: %j']),
  mechanism(
    'progress with what the course does not have',
    [],
    [
      'progress/file.test.ts',
      'what the course does not have is left out: lessons, exercises, checks and a last lesson',
    ],
  ),
  mechanism(
    'progress that would hold for ever',
    [],
    [FILE, 'a progress file with a count of wipes or a moment that would hold for ever'],
  ),
  mechanism('a best bill that cannot be', [], [FILE, 'a progress file with a best bill that cannot be: %s']),
  mechanism(
    'code in progress that passes for the reader’s own',
    [],
    [
      'progress/file.test.ts',
      'of somebody else’s file only the code comes in, for this tab, and nothing of the reader’s changes',
    ],
    [
      'browser/strangers-code.test.ts',
      'code in somebody else’s progress file shows as theirs, changes no progress, and is gone when left',
    ],
  ),
  mechanism('a log of one endless line', [], [FILE, 'a log that is one line of a hundred megabytes']),
  mechanism(
    'a packed log that grows a thousandfold',
    [],
    [FILE, 'a packed log that grows a thousandfold, with a line behind it'],
  ),
  mechanism(
    'a quote that nowhere ends',
    [],
    ['billing/reading-bytes.test.ts', 'a quote that nowhere ends costs its own row alone'],
  ),
  mechanism(
    'a log of which every line is wrong',
    [],
    ['cli/bill-size.test.ts', 'a log of which every line is wrong is told of a thousand times, and counted'],
  ),
  mechanism(
    'an upload with a name that leads elsewhere',
    [],
    [
      'playground/model/event-triggers.test.ts',
      'a file of the reader’s lands under the prefix, under a name that leads nowhere',
    ],
  ),
  mechanism(
    'an upload without end',
    [],
    [
      'playground/model/event-triggers.test.ts',
      'a file of 200 MB is refused before it is read; the file after it still comes',
    ],
  ),
  mechanism(
    'an upload that is not what it says',
    [],
    [
      'playground/model/uploads.test.ts',
      'a file that is not what it says is told so, and one that is is not',
    ],
  ),
  mechanism(
    'a name of a file that keeps a pattern busy',
    [],
    [ROOM, 'a name of a file that a pattern would be busy with for hours (%#)'],
  ),
  mechanism(
    'code that is too deep to walk',
    [],
    [ROOM, 'code that is a hundred thousand nodes deep stops neither the overview nor the table'],
  ),
  mechanism(
    'code that is too much to compare',
    [],
    [
      ROOM,
      'code of which hardly a line is that of the exercise is shown whole, and not compared for minutes',
      'a difference of half a million lines is a few elements and a few texts',
    ],
  ),
  mechanism(
    'feedback that leads out of its zip',
    [],
    [ROOM, 'feedback for a folder that leads out of the zip is left out: %j'],
  ),
  mechanism(
    'markup in feedback',
    [],
    [ROOM, 'a name, a title and code are text in feedback, whatever they say'],
  ),
  mechanism(
    'a moment that is none',
    [],
    [ROOM, 'a moment that is none, in the name of a file, breaks no workbook: %s'],
  ),
  mechanism(
    'a file of a marking with other things than a marking has',
    [],
    [ROOM, 'a file of a marking brings nothing but what a marking has'],
  ),
];
