# Completes a line in an interactive zsh, with the script _liaison in this folder, and prints it.
# Usage: zsh -f complete.zsh LINE
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1=; fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D'
zpty -w shell 'show() { zle complete-word; print -r -- "$BUFFER" > result; exit }'
zpty -w shell 'zle -N show; bindkey "^X" show'
zpty -w -n shell "$1"$'\x18'
# Until the shell has ended.
while zpty -r shell output; do :; done
cat result
