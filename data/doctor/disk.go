package doctor

import "kpiwall/data/finding"

// LowSpace is how many free bytes a disk needs: below that a value may soon not
// be saved.
const LowSpace = 50 << 20

// Disk is what holds a folder.
type Disk struct {
	Free     uint64 // bytes that this user may fill
	Known    bool   // Free is; some file systems do not say
	Network  string // the name of a file system on another machine; empty for a local one
	Maybe    bool   // Network may be local all the same
	ReadOnly bool
}

// Findings returns what is wrong with the disk for a store with that journal.
func (d Disk) Findings(journal string) []finding.Finding {
	var found []finding.Finding
	network := finding.Args{"Network": d.Network}
	if d.Known && d.Free < LowSpace && !d.ReadOnly {
		found = append(found, finding.Finding{Severity: finding.Problem, Code: "disk.low", Args: finding.Args{"Free": int64(d.Free)}})
	}
	switch {
	case d.Network == "":
	case d.Maybe:
		found = append(found, finding.Finding{Severity: finding.Note, Code: "disk.unclear", Args: network})
	case journal == "wal":
		found = append(found, finding.Finding{Severity: finding.Problem, Code: "disk.network.wal", Args: network})
	default:
		found = append(found, finding.Finding{Severity: finding.Note, Code: "disk.network", Args: network})
	}
	return found
}

// remote are the file systems on another machine by their number in Linux's
// statfs.
var remote = map[uint32]string{
	0x6969:     "NFS",
	0x517B:     "SMB",
	0xFF534D42: "CIFS",
	0xFE534D42: "SMB2",
	0x01021997: "9P",
	0x00C36400: "Ceph",
	0x5346414F: "AFS",
	0x65735546: fuse,
}

// fuse may be a program for a local disk as well as sshfs.
const fuse = "FUSE"

// Local reports whether folder is known to lie on a disk of this computer.
func Local(folder string) bool {
	d, err := DiskOf(folder)
	return err == nil && d.Network == ""
}
