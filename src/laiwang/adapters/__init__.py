"""Everything that touches the outside: databases, files, networks. Each adapter implements a port of the kernel."""
