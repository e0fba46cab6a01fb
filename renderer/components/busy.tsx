export function Busy({ text }: { readonly text: string }) {
  return <p className="busy" role="status">{text}</p>;
}
