/** Names the proposal of a loop in a repo, for orders: what people said to another loop there still holds. */
export function orderKey({ repo_id, key }: { readonly repo_id: string; readonly key: string }): string {
  return `${repo_id} ${key}`;
}
