/** The template that comes with NVIDIA's GRID driver, in its keys and their comments. */
export const GRIDD_CONFIG = `# /etc/nvidia/gridd.conf.template - Configuration file for vGPU Licensing Daemon

# Description: Set License Server Address
ServerAddress=

# Description: Set License Server port number
ServerPort=

#BackupServerAddress=

# Description: Set Feature to be enabled
# Possible values:
#    0 => for unlicensed state
FeatureType=0

#EnableUI=TRUE
#LicenseInterval=1440
`;
