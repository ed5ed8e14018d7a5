import { Loading } from '#client/components/Loading.tsx';

type Props = { readonly secret: string | undefined; readonly onJoined: () => void };

export function JoinPage({ secret }: Props) {
  return <Loading words={secret ?? ''} />;
}
