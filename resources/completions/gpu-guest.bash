# bash completion for gpu-guest. Generated from src/cli/commands.ts; do not edit.
_gpu_guest() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  case $before in
    --profile) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --media) COMPREPLY=($(compgen -d -- "$word")); return ;;
    --root) COMPREPLY=($(compgen -d -- "$word")); return ;;
    --steps) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --reboot) COMPREPLY=($(compgen -W 'never auto ask' -- "$word")); return ;;
    --expect) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --format) COMPREPLY=($(compgen -W 'text json html markdown junit' -- "$word")); return ;;
    --output) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --interval) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --port) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --listen) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --tls-cert) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --tls-key) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --release) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --kernel) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --mirror) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --lang) COMPREPLY=($(compgen -W 'en zh-CN ja' -- "$word")); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ] && [ "${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W '--json --lang --no-color --quiet --verbose --help --version' -- "$word"))
    return
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W 'status detect media token plan apply resume undo verify diagnose capture seal first-start first-boot license serve catalog profile bundle simulations runs' -- "$word"))
    return
  fi
  if [ "${word#-}" != "$word" ]; then
    case ${COMP_WORDS[1]} in
      status) COMPREPLY=($(compgen -W '--profile --media --root --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      detect) COMPREPLY=($(compgen -W '--profile --media --root --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      media) COMPREPLY=($(compgen -W '--profile --root --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      token) COMPREPLY=($(compgen -W '--json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      plan) COMPREPLY=($(compgen -W '--profile --media --root --steps --reboot --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      apply) COMPREPLY=($(compgen -W '--profile --media --root --yes --dry-run --reboot --steps --expect --events --force --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      resume) COMPREPLY=($(compgen -W '--root --yes --dry-run --reboot --expect --events --force --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      undo) COMPREPLY=($(compgen -W '--root --yes --dry-run --reboot --expect --events --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      verify) COMPREPLY=($(compgen -W '--profile --media --root --work --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      diagnose) COMPREPLY=($(compgen -W '--profile --media --root --format --each --output --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      capture) COMPREPLY=($(compgen -W '--root --output --force --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      seal) COMPREPLY=($(compgen -W '--profile --media --root --keep-token --yes --dry-run --expect --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      first-start) COMPREPLY=($(compgen -W '--json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      first-boot) COMPREPLY=($(compgen -W '--json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      license) COMPREPLY=($(compgen -W '--root --prometheus --output --watch --interval --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      serve) COMPREPLY=($(compgen -W '--port --listen --tls-cert --tls-key --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      catalog) COMPREPLY=($(compgen -W '--json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      profile) COMPREPLY=($(compgen -W '--media --root --output --force --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      bundle) COMPREPLY=($(compgen -W '--profile --media --root --release --kernel --mirror --with-token --dry-run --output --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      simulations) COMPREPLY=($(compgen -W '--json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
      runs) COMPREPLY=($(compgen -W '--root --json --lang --no-color --quiet --verbose --help' -- "$word")) ;;
    esac
    return
  fi
  case ${COMP_WORDS[1]}:$COMP_CWORD in
    catalog:2) COMPREPLY=($(compgen -W 'gpu' -- "$word")) ;;
    profile:2) COMPREPLY=($(compgen -W 'init check schema' -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _gpu_guest gpu-guest
