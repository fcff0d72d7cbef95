"""What the transporters of every protocol share: settings, secrets, authentication, logs."""
