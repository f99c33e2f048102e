export function runBulletins(_folder: string): Promise<number> {
  return Promise.resolve(0);
}
