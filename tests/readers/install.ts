import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADR_TOOLS } from './adr-tools.ts';
import { HOME } from './installed.ts';

/** Installs the programs that read what is written, unless they are there. Nothing outside this folder changes. */
installPackages();
installAdrTools();

function installPackages(): void {
  const lock = readFileSync(join(HOME, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(HOME, 'node_modules/.installed-for');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  run('npm', ['ci', '--prefix', HOME, '--no-audit', '--no-fund', '--ignore-scripts'], HOME);
  writeFileSync(stamp, wanted);
}

/** adr-tools is a package of Debian: shell scripts, which run from any folder once the paths in them are changed. */
function installAdrTools(): void {
  if (existsSync(join(ADR_TOOLS, 'bin/adr'))) return;
  const download = mkdtempSync(join(tmpdir(), 'adr-tools-'));
  try {
    run('apt-get', ['download', 'adr-tools'], download);
    const [file = ''] = readdirSync(download).filter((name) => name.endsWith('.deb'));
    run('dpkg-deb', ['-x', join(download, file), join(download, 'unpacked')], download);
    rmSync(ADR_TOOLS, { recursive: true, force: true });
    run('cp', ['-r', join(download, 'unpacked/usr'), ADR_TOOLS], download);
    for (const script of scriptsIn(ADR_TOOLS)) {
      const text = readFileSync(script, 'utf8');
      writeFileSync(script, text.replace(/\/usr(?=\/(libexec|share)\/adr-tools)/g, ADR_TOOLS));
    }
  } catch (error) {
    rmSync(ADR_TOOLS, { recursive: true, force: true });
    throw new Error(
      'adr-tools cannot be installed: it is downloaded with `apt-get download adr-tools`, which needs Debian or Ubuntu; run `apt-get update` first if it is not found',
      { cause: error },
    );
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
}

function scriptsIn(root: string): string[] {
  const scripts = join(root, 'libexec/adr-tools');
  return [join(root, 'bin/adr'), ...readdirSync(scripts).map((name) => join(scripts, name))];
}

function run(program: string, args: readonly string[], cwd: string): void {
  execFileSync(program, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
}
