// libtorch uses every core for one test; live tensors and the global random numbers are counted and compared.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
