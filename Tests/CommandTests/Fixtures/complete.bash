# Completes a line with the script liaison.bash in this folder and prints it, as bash does it.
# Usage: bash --norc complete.bash LINE
source ./liaison.bash
complete -p liaison > /dev/null || exit 1
COMP_LINE=$1
COMP_POINT=${#1}
read -ra COMP_WORDS <<< "$1"
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_liaison liaison "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
COMP_WORDS[COMP_CWORD]=${COMPREPLY[*]}
echo "${COMP_WORDS[*]} "
