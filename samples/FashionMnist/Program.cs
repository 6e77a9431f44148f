using FashionMnist;
using GanDsl;

return App.Run<S1x28x28>(args, Console.Out, Console.Error, options => options.Backend == Backends.Ilgpu
    ? new ClothingGan.Ilgpu(seed: options.Seed)
    : new ClothingGan.Torch(seed: options.Seed));
