using ProtoBuf;

namespace GanDsl.Training;

// The messages of ONNX's onnx.proto3 that our files use, with their field numbers.

[ProtoContract(Name = "ModelProto")]
internal sealed class OnnxModelProto
{
    [ProtoMember(1)] public long IrVersion { get; set; }

    [ProtoMember(2)] public string ProducerName { get; set; } = "";

    [ProtoMember(3)] public string ProducerVersion { get; set; } = "";

    [ProtoMember(7, IsRequired = true)] public OnnxGraphProto Graph { get; set; } = new();

    [ProtoMember(8)] public List<OnnxOperatorSetProto> Imports { get; } = [];
}

[ProtoContract(Name = "OperatorSetIdProto")]
internal sealed class OnnxOperatorSetProto
{
    [ProtoMember(1, IsRequired = true)] public string Domain { get; set; } = "";

    [ProtoMember(2)] public long Version { get; set; }
}

[ProtoContract(Name = "GraphProto")]
internal sealed class OnnxGraphProto
{
    [ProtoMember(1)] public List<OnnxNodeProto> Nodes { get; } = [];

    [ProtoMember(2)] public string Name { get; set; } = "";

    [ProtoMember(5)] public List<OnnxTensorProto> Initializers { get; } = [];

    [ProtoMember(11)] public List<OnnxValueProto> Inputs { get; } = [];

    [ProtoMember(12)] public List<OnnxValueProto> Outputs { get; } = [];
}

[ProtoContract(Name = "NodeProto")]
internal sealed class OnnxNodeProto
{
    [ProtoMember(1)] public List<string> Inputs { get; } = [];

    [ProtoMember(2)] public List<string> Outputs { get; } = [];

    [ProtoMember(3)] public string Name { get; set; } = "";

    [ProtoMember(4)] public string Operator { get; set; } = "";

    [ProtoMember(5)] public List<OnnxAttributeProto> Attributes { get; } = [];
}

[ProtoContract(Name = "AttributeProto")]
internal sealed class OnnxAttributeProto
{
    public const int FloatType = 1;
    public const int IntType = 2;
    public const int StringType = 3;
    public const int IntsType = 7;

    [ProtoMember(1)] public string Name { get; set; } = "";

    [ProtoMember(2)] public float? Float { get; set; }

    [ProtoMember(3)] public long? Int { get; set; }

    [ProtoMember(4)] public byte[]? Text { get; set; }

    [ProtoMember(8, IsPacked = true)] public long[]? Ints { get; set; }

    [ProtoMember(20)] public int Type { get; set; }
}

[ProtoContract(Name = "TensorProto")]
internal sealed class OnnxTensorProto
{
    public const int FloatType = 1;
    public const int Int64Type = 7;

    [ProtoMember(1, IsPacked = true)] public long[] Dimensions { get; set; } = [];

    [ProtoMember(2)] public int DataType { get; set; }

    [ProtoMember(8)] public string Name { get; set; } = "";

    [ProtoMember(9)] public byte[] RawData { get; set; } = [];
}

[ProtoContract(Name = "ValueInfoProto")]
internal sealed class OnnxValueProto
{
    [ProtoMember(1)] public string Name { get; set; } = "";

    [ProtoMember(2, IsRequired = true)] public OnnxTypeProto Type { get; set; } = new();
}

[ProtoContract(Name = "TypeProto")]
internal sealed class OnnxTypeProto
{
    [ProtoMember(1, IsRequired = true)] public OnnxTensorTypeProto Tensor { get; set; } = new();
}

[ProtoContract(Name = "TypeProto.Tensor")]
internal sealed class OnnxTensorTypeProto
{
    [ProtoMember(1)] public int ElementType { get; set; }

    [ProtoMember(2, IsRequired = true)] public OnnxShapeProto Shape { get; set; } = new();
}

[ProtoContract(Name = "TensorShapeProto")]
internal sealed class OnnxShapeProto
{
    [ProtoMember(1)] public List<OnnxDimensionProto> Dimensions { get; } = [];
}

[ProtoContract(Name = "TensorShapeProto.Dimension")]
internal sealed class OnnxDimensionProto
{
    [ProtoMember(1)] public long? Value { get; set; }

    [ProtoMember(2)] public string? Parameter { get; set; }
}
