# Completes a line with the script liaison.fish in this folder and prints it, as fish does it.
# Usage: fish --no-config complete.fish LINE
source liaison.fish
set -l words (string split ' ' -- $argv[1])
set words[-1] (complete -C $argv[1] | string split -f 1 \t)
echo "$words "
