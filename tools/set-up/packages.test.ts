import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findExecutable } from '#server/processes/findExecutable.ts';

const MANAGERS = { debian: 'apt-get', fedora: 'dnf', macos: 'brew', other: undefined } as const;
type System = keyof typeof MANAGERS;

/** Runs a script with the set-up's functions, on a machine that has this package manager and nothing else. */
function on(system: System, script: string, isRoot: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-packages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const manager = MANAGERS[system];
  if (manager !== undefined) {
    writeFileSync(join(folder, manager), `#!/bin/bash\necho "${manager} $*" >> '${folder}/asked'\n`);
    chmodSync(join(folder, manager), 0o755);
  }
  for (const program of ['bash', 'cat', 'touch', 'mkdir', 'tail']) {
    symlinkSync(findExecutable(program, process.env) ?? '', join(folder, program));
  }
  const start = `
    set -euo pipefail
    cache='${folder}'
    source tools/set-up/say.sh
    source tools/set-up/packages.sh
    [[ $system != debian ]] || mkdir() { :; }
    may_install() { [[ $system == debian || $system == fedora ]] && ${isRoot}; }
  `;
  const { status, stderr } = spawnSync('/bin/bash', ['-c', `${start}\n${script}`], {
    env: { PATH: folder },
    encoding: 'utf8',
  });
  const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
  return { status, said: stderr, asked };
}

const WANTS = "want ffmpeg 'recordings'\nwant poppler-utils 'reads PDFs'\nwant openssl 'DTLS'\ninstall_wanted";

test.for([
  ['debian', 'apt-get install --yes --quiet --no-install-recommends ffmpeg poppler-utils openssl'],
  ['fedora', 'dnf install --assumeyes --setopt=install_weak_deps=False ffmpeg-free poppler-utils openssl'],
] as const)('on %s, root gets what is missing, under the names of that system', ([system, command]) => {
  const { status, asked } = on(system, WANTS, true);
  expect([status, asked().at(-1)]).toEqual([0, command]);
});

test.for([
  ['debian', 'sudo apt-get install -y --no-install-recommends ffmpeg poppler-utils openssl'],
  ['fedora', 'sudo dnf install -y ffmpeg-free poppler-utils openssl'],
  ['macos', 'brew install ffmpeg poppler openssl'],
] as const)('on %s, whoever may not install is told the command', ([system, command]) => {
  const { status, said } = on(system, WANTS, false);
  expect([status, said.trim().split('\n').at(-1)?.trim()]).toEqual([1, command]);
});

test('elsewhere, set-up says which systems it knows, and what to install', () => {
  const { status, said } = on('other', WANTS, true);
  expect(status).toBe(1);
  expect(said).toContain('Missing: ffmpeg (recordings), poppler-utils (reads PDFs), openssl (DTLS)');
  expect(said).toContain('Earshot sets itself up on Debian, Ubuntu and Fedora');
});
