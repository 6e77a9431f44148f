// Half of a game's time here is a wait for a device; another one plays meanwhile. What counts buffers, launches or waits is in the collection Devices, and runs
// alone.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
