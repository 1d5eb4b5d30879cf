// Loaded before a program, to report the most memory that it took by the time it ends.
process.on('exit', () => {
  require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS));
});
