// libtorch uses every core for one test.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
