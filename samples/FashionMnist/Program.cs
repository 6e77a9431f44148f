using FashionMnist;

return App.Run<S1x28x28>(args, Console.Out, Console.Error, seed => new ClothingGan.Torch(seed: seed));
