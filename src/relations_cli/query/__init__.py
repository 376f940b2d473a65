"""One query between readers and writers: Query → Answer."""
