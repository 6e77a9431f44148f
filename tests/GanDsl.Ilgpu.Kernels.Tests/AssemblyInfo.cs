// Buffers, launches and waits are counted for a whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
