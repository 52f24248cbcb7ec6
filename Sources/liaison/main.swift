import Commands

Liaison.start()
