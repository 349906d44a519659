import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts PNG pictures into one icon of Windows, which takes them as they are since Vista.
 *
 * <p>Usage: java Ico.java ICON PNG…
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)">Icons, by John Hornick</a>
 */
final class Ico {
    private static final int HEADER = 6;
    private static final int ENTRY = 16;
    /** Where the first chunk of a PNG says how wide and high it is. */
    private static final int WIDTH = 16;

    private static final int HEIGHT = 20;
    private static final int LARGEST = 256;

    public static void main(String[] arguments) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (String png : Stream.of(arguments).skip(1).toList()) pictures.add(Files.readAllBytes(Path.of(png)));
        Files.write(Path.of(arguments[0]), icon(pictures));
    }

    private static byte[] icon(List<byte[]> pictures) {
        int at = HEADER + ENTRY * pictures.size();
        int size = at + pictures.stream().mapToInt(picture -> picture.length).sum();
        ByteBuffer icon = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        icon.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        for (byte[] picture : pictures) {
            icon.put(side(picture, WIDTH)).put(side(picture, HEIGHT)).putShort((short) 0);
            icon.putShort((short) 1).putShort((short) 32).putInt(picture.length).putInt(at);
            at += picture.length;
        }
        pictures.forEach(icon::put);
        return icon.array();
    }

    /** In the one byte there is for it 0 stands for 256. */
    private static byte side(byte[] png, int at) {
        int side = ByteBuffer.wrap(png).getInt(at);
        if (side < 1 || side > LARGEST) throw new IllegalArgumentException("an icon has no " + side + " pixels");
        return (byte) side;
    }
}
