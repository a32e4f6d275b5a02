/** The shells that completion is for. */
export const shells = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof shells)[number];

// Each script asks the program itself, so that it fits whichever version is installed. The answer is one line
// `:<paths>[ open]`, then one line a candidate: its word, a tab, its description. No word of the line is ever evaluated.

// bash cuts words at `:` and `=` (COMP_WORDBREAKS) and replaces only what stands behind the last of them. macOS has bash 3.2,
// without compopt: there paths are offered where nothing else fits.
const bash = `# bash completion of coulomb: source <(coulomb completion bash)
_coulomb() {
  local program=\${COMP_WORDS[0]/#\\~/$HOME} word last="" glued="" first="" line value cut
  local -a words
  local -i i n=0
  words=()
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $word =~ ^[:=]+$ && n -gt 0 ]]; then
      words[n-1]+=$word glued=1 last=""
    elif [[ -n $glued && -n $word ]]; then
      words[n-1]+=$word glued="" last=$word
    else
      words[n]=$word glued="" last=$word n=n+1
    fi
  done
  cut=\${words[n-1]}
  cut=\${cut%"$last"}
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $first ]]; then
      first=$line
      continue
    fi
    value=\${line%%$'\\t'*}
    COMPREPLY+=("\${value#"$cut"}")
  done < <("$program" __complete -- "\${words[@]}" 2>/dev/null)
  case $first in
    :files*) while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$last")
      compopt -o filenames 2>/dev/null || : ;;
    :folders*) while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$last")
      compopt -o filenames 2>/dev/null || : ;;
    *open) compopt -o nospace 2>/dev/null || : ;;
  esac
}
complete -F _coulomb coulomb
`;

const zsh = `#compdef coulomb
# zsh completion of coulomb: source <(coulomb completion zsh), after compinit
_coulomb() {
  local program=\${(Q)words[1]} line value cut="" first
  local -a answer described suffix
  program=\${program/#\\~/$HOME}
  answer=("\${(@f)$("$program" __complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  first=\${answer[1]}
  shift answer
  if [[ $PREFIX == --*=* ]]; then
    cut=\${PREFIX%%=*}=
    compset -P '*='
  fi
  for line in $answer; do
    value=\${\${line%%$'\\t'*}#$cut}
    described+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
  done
  [[ $first == *open ]] && suffix=(-S '')
  (( $#described )) && _describe -V 'coulomb' described $suffix
  case $first in
    :files*) _files ;;
    :folders*) _files -/ ;;
  esac
}
if [[ $funcstack[1] == _coulomb ]]; then
  _coulomb "$@"
else
  compdef _coulomb coulomb
fi
`;

const fish = `# fish completion of coulomb: coulomb completion fish > ~/.config/fish/completions/coulomb.fish
function __coulomb_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    set -l answer ($program __complete -- $words "$current" 2>/dev/null)
    set -l first $answer[1]
    set -e answer[1]
    printf '%s\\n' $answer
    set -l before (string match -r -- '^--[^=]+=' "$current")
    set -l path (string replace -r -- '^--[^=]+=' '' "$current")
    switch "$first"
        case ':files*'
            __fish_complete_path "$path" | string replace -r '^' -- "$before"
        case ':folders*'
            __fish_complete_directories "$path" | string replace -r '^' -- "$before"
    end
end
complete -c coulomb -e
complete -c coulomb -k -f -a '(__coulomb_complete)'
`;

/** What a shell reads to complete `coulomb`. */
export const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish };
